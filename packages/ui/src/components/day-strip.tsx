import { classNames } from './class-names.ts';

/** `passed`: counted and gone; `ahead`: will count; `skipped`: not counted; `due`: the last day; `other`: before the start. */
export interface StripDay {
  /** ISO date, only a key. */
  date: string;
  label: string;
  kind: 'start' | 'passed' | 'ahead' | 'skipped' | 'due';
}

const classes = { start: undefined, passed: 'c', ahead: undefined, skipped: 's', due: 'e' };

/**
 * Calendar weeks, Monday first, of the days a deadline counted. A picture only: the same must stand in words.
 */
export function DayStrip({ weekdays, days }: { weekdays: readonly string[]; days: readonly StripDay[] }) {
  const first = days[0];
  const offset = first ? (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7 : 0;
  return (
    <ol className="days" aria-hidden="true">
      {weekdays.map((name) => (
        <li key={name} className="h">
          {name}
        </li>
      ))}
      {Array.from({ length: offset }, (_, index) => (
        <li key={index} className="o" />
      ))}
      {days.map((day) => (
        <li key={day.date} className={classNames(classes[day.kind]) || undefined}>
          {day.label}
        </li>
      ))}
    </ol>
  );
}
