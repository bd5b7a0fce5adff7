import type { ReportClocksFields, ReportHistoryFields } from '@lapor/staff/documents';
import { ClocksPanel, HistoryPanel } from '@lapor/staff/report';
import type { FragmentOf } from '../graphql.ts';

/** History and clocks, for whoever wants to know more. */
export const MoreAbout = ({
  report,
}: {
  report: FragmentOf<typeof ReportHistoryFields> & FragmentOf<typeof ReportClocksFields>;
}) => (
  <div className="stack stack-3">
    <HistoryPanel report={report} />
    <ClocksPanel report={report} />
  </div>
);
