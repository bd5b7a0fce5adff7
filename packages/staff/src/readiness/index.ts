/** Readiness: the checklist of an organisation and of its units, and what supervisors add to it. */
export { ReadinessPage } from './readiness-page.tsx';
export { ReadyList } from './ready-list.tsx';
