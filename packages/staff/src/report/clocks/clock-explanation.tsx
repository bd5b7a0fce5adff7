import { DayStrip } from '@lapor/ui';
import { formatCalendar, formatPolicy, localDateOf } from '@lapor/wording';
import { useDates } from '../../dates/use-dates.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import type { Clock } from './clocks-panel.tsx';
import { stripDays } from './strip-days.ts';

/** How a deadline was counted, in words and as a calendar. */
export function ClockExplanation({ clock }: { clock: Clock }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const { explanation } = clock;
  // Paused days stand in the sentences about pauses.
  const holidays = explanation.skippedDays.filter(
    ({ reason }) => reason !== 'WEEKEND' && reason !== 'PAUSED',
  );
  const weekendDays = explanation.skippedDays.filter(({ reason }) => reason === 'WEEKEND').length;
  const counted = explanation.countedDays.length;
  return (
    <div className="stack stack-2">
      <p>{t('explain.start', { day: dates.day(explanation.startedOn) })}</p>
      <p>
        {t('explain.end', {
          days: explanation.unit === 'WORKING' ? words.workingDays(counted) : words.calendarDays(counted),
          day: dates.day(clock.dueOn),
        })}
      </p>
      {weekendDays + holidays.length > 0 && (
        <ul className="bullets">
          {weekendDays > 0 && <li>{t('explain.weekends', { count: weekendDays })}</li>}
          {holidays.map(({ date, reason }) => (
            <li key={date}>{t('explain.holiday', { day: dates.day(date, 'weekday'), reason })}</li>
          ))}
        </ul>
      )}
      {explanation.pauses.map(({ from, until, reason }) => (
        <p key={from}>
          {t(until ? 'explain.pause' : 'explain.pauseOpen', {
            from: dates.dayOf(from, 'day'),
            until: until ? dates.dayOf(until, 'day') : '',
            reason: words.pauses[reason] ?? reason,
          })}
        </p>
      ))}
      {explanation.cappedByOuterLimit && <p>{t('explain.capped')}</p>}
      {clock.isEstimated && <p>{t('explain.estimated')}</p>}
      <DayStrip
        weekdays={words.weekdays}
        days={stripDays(explanation, clock.dueOn, localDateOf(new Date(), clock.timeZone))}
      />
      <p className="caption">
        {t('explain.versions', {
          policy: formatPolicy(explanation.policyVersion),
          calendar: formatCalendar(explanation.calendarVersion),
        })}
      </p>
    </div>
  );
}
