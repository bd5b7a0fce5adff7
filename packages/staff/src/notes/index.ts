/** Notes in which an officer is mentioned. */
import '../language/report-words.ts';
export { MentionsPage } from './mentions-page.tsx';
