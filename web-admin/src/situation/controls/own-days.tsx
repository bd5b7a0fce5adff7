import { Field } from '@lapor/ui';
import { useState } from 'react';
import { coveringMonths, isDay, isPeriod, type Period } from '../address/periods.ts';
import type { Room } from '../address/use-room.ts';
import { useText } from '../words.ts';
import { DayInput } from './day-input.tsx';

/** Two days of the viewer's own: counted when both are there and in their order, kept as typed until then. */
export function OwnDays({ room: { period, isOutsider, set } }: { room: Room }) {
  const t = useText();
  const [typed, setTyped] = useState<Period>(period);
  const [isTurned, setTurned] = useState(false);
  const [typedFor, setTypedFor] = useState(period);
  if (typedFor.from !== period.from || typedFor.to !== period.to) {
    setTypedFor(period);
    setTurned(false);
    setTyped(period);
  }
  const type = (part: Partial<Period>) => {
    setTyped({ ...typed, ...part });
    setTurned(false);
  };
  const settle = (days: Period) => {
    setTurned(isDay(days.from) && isDay(days.to) && days.from > days.to);
    if (!isPeriod(days) || (days.from === period.from && days.to === period.to)) return;
    // Outsiders are told whole months; the fields say which.
    const counted = isOutsider ? coveringMonths(days) : days;
    setTyped(counted);
    set({ periode: '', dari: counted.from, sampai: counted.to });
  };
  return (
    <>
      <Field label={t('room.from')}>
        <DayInput
          value={typed.from}
          onType={(from) => type({ from })}
          onSettle={(from) => settle({ ...typed, from })}
        />
      </Field>
      <Field label={t('room.to')} error={isTurned ? t('room.turned') : undefined}>
        <DayInput
          value={typed.to}
          min={typed.from}
          onType={(to) => type({ to })}
          onSettle={(to) => settle({ ...typed, to })}
        />
      </Field>
    </>
  );
}
