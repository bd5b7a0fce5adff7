import { useDates } from '../dates/use-dates.ts';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import { daysSince, LONG_AWAY_DAYS } from './account-state.ts';

/** "hari ini", "kemarin", "9 hari lalu" (marked), and long ago the date. */
export function LastSeen({ on }: { on: string | null }) {
  const t = useText();
  const dates = useDates();
  const days = daysSince(on, useToday());
  if (on === null || days === null) return <span className="muted">{t('officers.neverSeen')}</span>;
  if (days > 31) return <span className="bad">{dates.day(on, 'date')}</span>;
  return (
    <span className={days > LONG_AWAY_DAYS ? 'bad' : undefined} title={dates.day(on)}>
      {t('officers.seen', { days })}
    </span>
  );
}
