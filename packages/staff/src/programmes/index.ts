/** Priority programmes of KSP: rules that flag reports, and the reports that they flag. */
import '../language/administration-words.ts';
export { ProgrammePage } from './programme-page.tsx';
export { ProgrammesPage } from './programmes-page.tsx';
