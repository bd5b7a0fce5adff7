/** Reading one report and deciding about it. */
export { ReportPage } from './report-page.tsx';
export { ClocksPanel } from './clocks/clocks-panel.tsx';
export { HistoryPanel } from './history/history-panel.tsx';
export { ReportHead } from './reading/report-head.tsx';
export { ReportText } from './reading/report-text.tsx';
export { SimilarReports } from './reading/similar-reports.tsx';
export { ArchiveDialog, PostponeDialog } from './deciding/decisions.tsx';
export { RefusedReportContext } from '../decisions/refused-report.ts';
export { SeenVersionContext } from '../decisions/seen-version.ts';
export { RefusalNotice } from '../decisions/refusal-notice.tsx';
export type { Refusal } from '../decisions/outcome.ts';
export { useVerification } from './verifying/use-verification.ts';
export { VerificationForm } from './verifying/verification-form.tsx';
export { VerificationNarrative } from './verifying/verification-narrative.tsx';

// While others work on it
export { CompanyLine } from '../live/company-line.tsx';
export { HeldByAnother } from '../live/held-by-another.tsx';
export { useCompany } from '../live/use-company.ts';
export { useLease } from '../live/use-lease.ts';
