import type { StripDay } from '@lapor/ui';

interface Counted {
  startedOn: string;
  countedDays: readonly string[];
  skippedDays: readonly { date: string }[];
}

const dayMilliseconds = 86_400_000;

/** Every day from the start to the deadline, and what it counted for. Dates are "2026-11-24". */
export function stripDays(
  { startedOn, countedDays, skippedDays }: Counted,
  dueOn: string,
  today: string,
): StripDay[] {
  const counted = new Set(countedDays);
  const skipped = new Set(skippedDays.map(({ date }) => date));
  const days: StripDay[] = [];
  for (let at = Date.parse(startedOn); at <= Date.parse(dueOn); at += dayMilliseconds) {
    const date = new Date(at).toISOString().slice(0, 10);
    const kind =
      date === dueOn
        ? 'due'
        : date === startedOn
          ? 'start'
          : skipped.has(date) || !counted.has(date)
            ? 'skipped'
            : date < today
              ? 'passed'
              : 'ahead';
    days.push({ date, label: String(Number(date.slice(8))), kind });
  }
  return days;
}
