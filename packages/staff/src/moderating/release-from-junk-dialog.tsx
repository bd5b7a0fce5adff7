import { useToast } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { useDecision } from '../decisions/use-decision.ts';
import { useText } from '../language/use-text.ts';
import type { Suspected } from './moderating.graphql.ts';
import { ReleaseFromJunkDocument } from './moderating.graphql.ts';

interface ReleaseFromJunkDialogProps {
  report: Suspected;
  onClose: () => void;
  onDone: () => void;
}

/** Says that a report is none, after a look at its text: it waits in the queue as before, and is not suspected again. */
export function ReleaseFromJunkDialog({ report, onClose, onDone }: ReleaseFromJunkDialogProps) {
  const t = useText();
  const toast = useToast();
  const decision = useDecision(ReleaseFromJunkDocument);

  async function submit() {
    const done = await decision.decide({ reportId: report.id });
    if (!done) return;
    toast({ text: t('junk.released') });
    onDone();
    onClose();
  }

  return (
    <DecisionDialog
      open
      title={t('junk.releaseTitle')}
      lead={<p>{t('junk.releaseLead')}</p>}
      submitLabel={t('junk.notJunk')}
      busy={decision.busy}
      faults={decision.faults}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="textbox stack stack-2" lang="id">
        <p>
          <strong>{report.title}</strong> <span className="code">{formatReportNumber(report.number)}</span>
        </p>
        <p className="narrative">{report.text}</p>
      </div>
    </DecisionDialog>
  );
}
