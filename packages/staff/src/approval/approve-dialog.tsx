import { Notice, useToast } from '@lapor/ui';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { useReportDecision } from '../decisions/use-report-decision.ts';
import { useText } from '../language/use-text.ts';
import { ApproveAnswerDocument } from './approval.graphql.ts';
import type { Proposal } from './answer-preview.tsx';

export interface DecideProps {
  reportId: string;
  proposal: Proposal;
  onClose: () => void;
  /** It waits no more; `elsewhere`: somebody else decided or replaced it. */
  onDone: (elsewhere: boolean) => void;
}

/** The last look before an answer is the citizen's: nothing takes it back afterwards. */
export function ApproveDialog({
  reportId,
  proposal,
  isPublished,
  onClose,
  onDone,
}: DecideProps & { isPublished: boolean }) {
  const t = useText();
  const toast = useToast();
  const { busy, faults, decide } = useReportDecision(ApproveAnswerDocument);
  const { proposalId, promisedOn } = faults.fields;

  async function submit() {
    if (!(await decide({ reportId, proposalId: proposal.id }))) return;
    toast({ text: t('approval.approved') });
    onClose();
    onDone(false);
  }

  return (
    <DecisionDialog
      open
      title={t('approval.approveTitle')}
      lead={
        <div className="stack stack-2">
          <p>{t('approval.approveLead', { name: proposal.organisation?.name ?? t('history.agency') })}</p>
          <p>{t(isPublished ? 'approval.forEverybody' : 'approval.forReporter')}</p>
        </div>
      }
      submitLabel={t('approval.approveSubmit')}
      busy={busy}
      faults={faults}
      onSubmit={() => void submit()}
      onClose={() => {
        onClose();
        if (proposalId) onDone(true);
      }}
    >
      {(proposalId ?? promisedOn) && (
        <Notice tone="warning" role="alert">
          <p>{t(promisedOn ? 'approval.promisePast' : 'approval.gone')}</p>
        </Notice>
      )}
    </DecisionDialog>
  );
}
