export { supportReport } from './support-report.ts';
