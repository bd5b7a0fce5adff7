import type { StripDay } from '@lapor/ui';

interface Explained {
  startedOn: string;
  countedDays: readonly string[];
  skippedDays: readonly { date: string; reason: string }[];
}

/**
 * The days of a deadline as a calendar: the day of the event, each day counted or skipped, the last one.
 * `today` is the local date in the clock's zone. Dates are ISO calendar dates.
 */
export function stripDays(
  { startedOn, countedDays, skippedDays }: Explained,
  dueOn: string,
  today: string,
): StripDay[] {
  const counted = new Set(countedDays);
  const skipped = new Set(skippedDays.map(({ date }) => date));
  const days: StripDay[] = [];
  for (let date = startedOn; date <= dueOn; date = nextDay(date)) {
    days.push({ date, label: String(Number(date.slice(8))), kind: kindOf(date) });
  }
  return days;

  function kindOf(date: string): StripDay['kind'] {
    if (date === dueOn) return 'due';
    if (date === startedOn) return 'start';
    if (skipped.has(date) || !counted.has(date)) return 'skipped';
    return date < today ? 'passed' : 'ahead';
  }
}

function nextDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
