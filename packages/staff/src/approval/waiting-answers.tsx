import { Panel } from '@lapor/ui';
import { useState } from 'react';
import { readFragment, type FragmentOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { WaitingAnswersFields } from './approval.graphql.ts';
import { ProposalView, type Deciding } from './proposal-view.tsx';

/** On the page of a report: answers that are not sent yet. Nothing for whoever may not know of them. */
export function WaitingAnswers({ report: masked }: { report: FragmentOf<typeof WaitingAnswersFields> }) {
  const report = readFragment(WaitingAnswersFields, masked);
  const t = useText();
  const [deciding, setDeciding] = useState<{ id: string; what: Deciding } | null>(null);
  if (report.answerProposals.length === 0) return null;
  return (
    <Panel title={t('approval.panel')} className="waiting-answers">
      <div className="stack">
        {report.answerProposals.map((proposal) => (
          <ProposalView
            key={proposal.id}
            report={report}
            proposal={proposal}
            deciding={deciding?.id === proposal.id ? deciding.what : null}
            onDeciding={(what) => setDeciding({ id: proposal.id, what })}
            // The buttons are gone with the answer: on with the page.
            onDone={() => document.getElementById('main')?.focus({ preventScroll: true })}
          />
        ))}
      </div>
    </Panel>
  );
}
