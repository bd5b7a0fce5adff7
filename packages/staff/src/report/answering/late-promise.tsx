import { Notice } from '@lapor/ui';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import { dueOfClock, type DatedClock } from './due-of-clock.ts';

interface LatePromiseProps {
  /** Empty while no day is chosen. */
  promisedOn: string;
  clocks: readonly DatedClock[];
  unitId: string | null;
}

/** Warns of a promised day after the resolution deadline: it may be given, but the deadline does not wait for it. */
export function LatePromise({ promisedOn, clocks, unitId }: LatePromiseProps) {
  const t = useText();
  const dates = useDates();
  const due = dueOfClock(clocks, 'RESOLUTION', unitId);
  const isLate = promisedOn !== '' && due !== undefined && promisedOn > due;
  return (
    <div role="status">
      {isLate && (
        <Notice tone="warning">
          <p>{t('answer.promiseAfterDue', { promised: dates.day(promisedOn), due: dates.day(due) })}</p>
        </Notice>
      )}
    </div>
  );
}
