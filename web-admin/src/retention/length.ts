import { useText } from '../app/use-text.ts';

const YEAR = 365;
export const SHORTEST_DAYS = 30;
export const LONGEST_DAYS = 30 * YEAR;

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
