import { Anchor, Icon, lockIcon, Panel } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useId } from 'react';
import { SeenVersionContext } from '../decisions/seen-version.ts';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { ClockChip } from '../report/clocks/clock-chip.tsx';
import type { ProposalRowFields } from './approval.graphql.ts';
import { ProposalView, type Deciding } from './proposal-view.tsx';

/** Of the link that names the card, which gets the focus. */
export const titleId = (id: string): string => `waiting-${id}`;

interface WaitingCardProps {
  row: ResultOf<typeof ProposalRowFields>;
  deciding: Deciding;
  /** The keys mean this one. */
  isCursor: boolean;
  onFocus: () => void;
  onDeciding: (deciding: Deciding) => void;
  onDone: (elsewhere: boolean) => void;
}

/** One answer that waits, with what the citizen wrote beside it. */
export function WaitingCard({ row, deciding, isCursor, onFocus, onDeciding, onDone }: WaitingCardProps) {
  const t = useText();
  const heading = useId();
  const { report } = row;
  return (
    <SeenVersionContext.Provider value={report.version}>
      <div onFocus={onFocus}>
        <article aria-labelledby={heading}>
          <Panel className={isCursor ? 'waiting-card is-cursor' : 'waiting-card'}>
            <div className="stack stack-3">
              <div className="row row--between row--top">
                <div>
                  <h2 id={heading} className="h4">
                    <Anchor id={titleId(row.id)} href={`/laporan/${report.number}`} lang="id">
                      {report.title}
                    </Anchor>
                  </h2>
                  <p className="caption row row--tight">
                    {report.isConfidential && (
                      <Icon of={lockIcon} size="small" label={t('flag.confidential')} />
                    )}
                    <span className="code">{formatReportNumber(report.number)}</span>
                  </p>
                </div>
                {report.nextClock && <ClockChip clock={report.nextClock} withName />}
              </div>
              <details className="more-about">
                <summary>{t('approval.citizenWrote')}</summary>
                <p className="textbox narrative" lang="id">
                  {report.text}
                </p>
              </details>
              <ProposalView
                report={report}
                proposal={row}
                deciding={deciding}
                onDeciding={onDeciding}
                onDone={onDone}
                withKeys={isCursor}
              />
            </div>
          </Panel>
        </article>
      </div>
    </SeenVersionContext.Provider>
  );
}
