/** Readiness: the checklist of an organisation and of its units, and what supervisors add to it. */
import '../language/administration-words.ts';
export { ReadinessPage } from './readiness-page.tsx';
export { ReadyList } from './ready-list.tsx';
