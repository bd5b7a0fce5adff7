/** The audit logs: organisations and people, reports, accounts. */
import '../language/administration-words.ts';
export { LogPage } from './log-page.tsx';
