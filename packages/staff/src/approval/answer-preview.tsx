import { OfficialAnswer } from '@lapor/ui';
import { useDates } from '../dates/use-dates.ts';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { Attachments } from '../report/reading/attachments.tsx';
import type { ProposalFields } from './approval.graphql.ts';
import { previewOf } from './preview-of.ts';

export type Proposal = ResultOf<typeof ProposalFields>;

type Previewed = Pick<
  Proposal,
  | 'kind'
  | 'text'
  | 'promisedOn'
  | 'outcome'
  | 'obstacleReason'
  | 'noProofReason'
  | 'organisation'
  | 'attachments'
>;

/** What the citizen will get, as the citizen will read it. */
export function AnswerPreview({ proposal }: { proposal: Previewed }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  return (
    <div className="answer-preview">
      <OfficialAnswer head={words.history(previewOf(proposal))}>
        <div className="stack stack-2">
          <p className="narrative" lang="id">
            {proposal.text}
          </p>
          {proposal.noProofReason && <p>{t('history.noProof', { reason: proposal.noProofReason })}</p>}
          {proposal.promisedOn && <p>{t('history.promised', { day: dates.day(proposal.promisedOn) })}</p>}
          <Attachments attachments={proposal.attachments} />
        </div>
      </OfficialAnswer>
    </div>
  );
}
