/** The category map: which category goes to which level and unit, and who would get a report. */
import '../language/administration-words.ts';
export { CategoryMapPage } from './category-map-page.tsx';
