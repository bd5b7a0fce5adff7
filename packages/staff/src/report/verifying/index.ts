/** Verifying a report at a desk, without the rest of a report’s page. */
import { lazy } from 'react';

export { Candidates } from '../deciding/duplicate/candidates.tsx';
export { ReportText } from '../reading/report-text.tsx';
export { RefusedReportContext } from '../../decisions/refused-report.ts';
export { SeenVersionContext } from '../../decisions/seen-version.ts';
export { RefusalNotice } from '../../decisions/refusal-notice.tsx';
export type { Refusal } from '../../decisions/outcome.ts';
export { useVerification } from './use-verification.ts';
export { VerificationForm } from './verification-form.tsx';
export { VerificationNarrative } from './verification-narrative.tsx';

// While others work on it
export { CompanyLine } from '../../live/company-line.tsx';
export { HeldByAnother } from '../../live/held-by-another.tsx';
export { useCompany } from '../../live/use-company.ts';
export { useGiveBack } from '../../live/use-give-back.ts';
export { useLease } from '../../live/use-lease.ts';

// The rarer ways out come when one is taken: a desk is there before them.
export const ArchiveDialog = lazy(async () => ({
  default: (await import('../deciding/archive-dialog.tsx')).ArchiveDialog,
}));
export const PostponeDialog = lazy(async () => ({
  default: (await import('../deciding/postpone-dialog.tsx')).PostponeDialog,
}));
