import { useQuery } from 'urql';
import { CompareDialog } from './compare-dialog.tsx';
import { ComparedReportDocument } from './duplicate.graphql.ts';
import { useCandidates, type Compared } from './use-candidates.ts';

/** From the page of a report: what it may be a duplicate of is asked for when the dialog is opened. */
export function DuplicateDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const [{ data }] = useQuery({ query: ComparedReportDocument, variables: { number } });
  const report = data?.report;
  return report ? <Loaded report={report} onClose={onClose} /> : null;
}

function Loaded({ report, onClose }: { report: Compared; onClose: () => void }) {
  const candidates = useCandidates(report, null);
  return (
    <CompareDialog
      report={report}
      candidates={candidates}
      first={candidates[0]?.number ?? ''}
      onClose={onClose}
    />
  );
}
