import { useText } from '../app/use-text.ts';

const YEAR = 365;
export const SHORTEST_DAYS = 30;
export const LONGEST_DAYS = 30 * YEAR;
/** A shorter length begins so many days after it is entered: what it erases nobody brings back. */
export const WAITING_DAYS = 7;

/** A local date some days later. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** How long a rule is on a day, as far as it is planned. */
export const lengthOn = (
  { days, planned }: { days: number; planned: { days: number; startsOn: string } | null },
  day: string,
): number => (planned && planned.startsOn <= day ? planned.days : days);

/** What was typed as a number of days; null for what is none, or too short or long for a rule. */
export function daysOf(typed: string): number | null {
  const text = typed.trim();
  if (!/^\d{1,5}$/.test(text)) return null;
  const days = Number(text);
  return days >= SHORTEST_DAYS && days <= LONGEST_DAYS ? days : null;
}

/** "730 hari (2 tahun)". */
export function useLength(): (days: number) => string {
  const t = useText();
  return (days) =>
    days % YEAR === 0
      ? t('retention.daysAndYears', { days, years: days / YEAR })
      : t('retention.days', { count: days });
}
