import { Button, Panel } from '@lapor/ui';
import { useState, type ReactNode } from 'react';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import type { Lease } from './use-lease.ts';

interface HeldByAnotherProps {
  lease: Lease;
  /** The way on: the next report. */
  next?: ReactNode;
}

/** Two officers never verify the same report: who has it, until when, the way on, and how to take it over after a word with each other. */
export function HeldByAnother({ lease: { heldBy, busy, faults, takeOver }, next }: HeldByAnotherProps) {
  const t = useText();
  const dates = useDates();
  const [asking, setAsking] = useState(false);
  if (!heldBy) return null;
  const name = heldBy.name ?? t('live.colleague');
  return (
    <Panel title={t(heldBy.tookOver ? 'live.tookOverTitle' : 'live.verifies', { name })}>
      <div className="stack stack-3">
        <p>
          {heldBy.tookOver && `${t('live.tookOver')} `}
          {t('live.held', { time: dates.time(heldBy.until) })}
        </p>
        <div className="row row--tight">
          {next}
          <Button onClick={() => setAsking(true)}>{t('live.takeOver')}</Button>
        </div>
      </div>
      {asking && (
        <DecisionDialog
          open
          title={t('live.takeOverTitle', { name })}
          lead={<p>{t('live.takeOverLead', { name })}</p>}
          submitLabel={t('live.takeOver')}
          busy={busy}
          faults={faults}
          onSubmit={() => {
            void takeOver().then((taken) => {
              if (!taken) return;
              setAsking(false);
              // The button is gone: on with the page.
              document.getElementById('main')?.focus({ preventScroll: true });
            });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}
