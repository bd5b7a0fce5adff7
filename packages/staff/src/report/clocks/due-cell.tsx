import type { ReactNode } from 'react';
import type { ResultOf } from '../../graphql.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { ClockChip } from './clock-chip.tsx';
import type { DueFields } from './clocks.graphql.ts';

interface DueCellProps {
  clock: ResultOf<typeof DueFields> | null;
  /** Without a clock that runs. */
  none?: ReactNode;
}

/** What is due next of a report in a list: how far it is, and what it is. */
export function DueCell({ clock, none = '–' }: DueCellProps) {
  const { words } = useLanguage();
  if (!clock) return <span className="muted">{none}</span>;
  return (
    <>
      <ClockChip clock={clock} />
      <span className="caption block">{words.clocksShort[clock.kind]}</span>
    </>
  );
}
