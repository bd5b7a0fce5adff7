import { Button, doneIcon, Kbd, returnedIcon } from '@lapor/ui';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import { AnswerPreview, type Proposal } from './answer-preview.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';

export type Deciding = 'APPROVE' | 'SEND_BACK' | null;

interface ProposalViewProps {
  report: { id: string; isPublished: boolean };
  proposal: Proposal;
  /** Which dialog is open; keys of the page open them too. */
  deciding: Deciding;
  onDeciding: (deciding: Deciding) => void;
  onDone: (elsewhere: boolean) => void;
  /** Letters that do the same. */
  withKeys?: boolean;
}

/** One answer that waits: who wrote it and when, what the citizen will get, and the decision for whoever may take it. */
export function ProposalView({
  report,
  proposal,
  deciding,
  onDeciding,
  onDone,
  withKeys,
}: ProposalViewProps) {
  const t = useText();
  const dates = useDates();
  const since = dates.moment(proposal.proposedAt, 'short');
  const dialog = { reportId: report.id, proposal, onClose: () => onDeciding(null), onDone };
  return (
    <div className="stack stack-3">
      <p className="caption">
        {proposal.author?.name
          ? t('approval.writtenBy', { name: proposal.author.name, moment: since })
          : t('approval.since', { moment: since })}
      </p>
      <section className="stack stack-2" aria-label={t('approval.preview')}>
        <p className="legend" aria-hidden="true">
          {t('approval.preview')}
        </p>
        <AnswerPreview proposal={proposal} />
      </section>
      {proposal.viewerCanDecide ? (
        <div className="row row--tight">
          <Button variant="primary" icon={doneIcon} onClick={() => onDeciding('APPROVE')}>
            {t('approval.approve')} {withKeys && <Kbd>S</Kbd>}
          </Button>
          <Button icon={returnedIcon} onClick={() => onDeciding('SEND_BACK')}>
            {t('approval.sendBack')} {withKeys && <Kbd>B</Kbd>}
          </Button>
        </div>
      ) : (
        <p className="caption">{t('approval.waitsForOthers')}</p>
      )}
      {deciding === 'APPROVE' && <ApproveDialog {...dialog} isPublished={report.isPublished} />}
      {deciding === 'SEND_BACK' && <SendBackDialog {...dialog} />}
    </div>
  );
}
