/** The audit logs: organisations and people, reports, accounts. */
export { LogPage } from './log-page.tsx';
