import { formatDay, formatDayOf, formatMoment, formatTime, type DayStyle } from '@lapor/wording';
import { useMemo } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { useSession } from '../session/session-context.ts';

/** Dates as people write them, in the zone in which the officer works. */
export function useDates() {
  const { words } = useLanguage();
  const { timeZone } = useSession();
  return useMemo(
    () => ({
      /** A calendar date, which has no zone. */
      day: (localDate: string, style?: DayStyle) => formatDay(words, localDate, style),
      dayOf: (instant: string, style?: DayStyle) => formatDayOf(words, instant, timeZone, style),
      moment: (instant: string, style?: DayStyle) => formatMoment(words, instant, timeZone, style),
      time: (instant: string) => formatTime(words, instant, timeZone),
    }),
    [words, timeZone],
  );
}
