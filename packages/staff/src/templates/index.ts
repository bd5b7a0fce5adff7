/** Words for answers that stand ready, with placeholders for the facts of a report. */
import '../language/report-words.ts';
import '../language/administration-words.ts';
export { TemplatesPage } from './templates-page.tsx';
