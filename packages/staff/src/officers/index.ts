/** Who works where: the list of officers, one officer, and everything that changes them. */
import '../language/administration-words.ts';
export { OfficersPage } from './officers-page.tsx';
export { OfficerPage } from './officer-page.tsx';
