import type { LocalDate } from '@lapor/working-days';
import { periodOf, type Grain } from './rollup-table.ts';

/** Days at Jakarta; `until` is the first day after it. */
export interface Period {
  from: LocalDate;
  until: LocalDate;
}

/** Rows of one grain that lie in a part of a period. */
export interface Range extends Period {
  grain: Grain;
}

/** A date some days later (or earlier). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year!, month! - 1 + months, 1)).toISOString().slice(0, 10);
};
const beginningAfter = (grain: Grain, date: LocalDate): LocalDate =>
  periodOf(grain, date) === date ? date : addMonths(periodOf(grain, date), grain === 'Y' ? 12 : 1);

/**
 * The fewest rows that make up a period: whole years, then whole months, then days; at most five ranges.
 * @param today nothing was counted after it, so a period that reaches it is whole to the end of its year.
 * @returns `null` when it takes days and the table has none.
 */
export function coverPeriod(
  { from, until }: Period,
  grains: readonly Grain[],
  today: LocalDate,
): Range[] | null {
  const end = until > today ? beginningAfter('Y', until) : until;
  const cover = (since: LocalDate, before: LocalDate, usable: readonly Grain[]): Range[] | null => {
    if (since >= before) return [];
    const [largest, ...smaller] = usable;
    if (!largest) return null;
    if (largest === 'D') return [{ grain: 'D', from: since, until: before }];
    const first = beginningAfter(largest, since);
    const last = periodOf(largest, before);
    if (first >= last) return cover(since, before, smaller);
    const head = cover(since, first, smaller);
    const tail = cover(last, before, smaller);
    return head && tail && [...head, { grain: largest, from: first, until: last }, ...tail];
  };
  return cover(
    from,
    end,
    (['Y', 'M', 'D'] as const).filter((grain) => grains.includes(grain)),
  );
}

/** Whether it begins with a month and ends with one, or with the present day. */
export const isOfWholeMonths = ({ from, until }: Period, today: LocalDate): boolean =>
  periodOf('M', from) === from && (periodOf('M', until) === until || until > today);

/** As long as the period and right before it: as many whole months, or as many days. */
export function periodBefore({ from, until }: Period): Period {
  if (periodOf('M', from) === from && periodOf('M', until) === until) {
    const months =
      (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
      (Number(until.slice(5, 7)) - Number(from.slice(5, 7)));
    return { from: addMonths(from, -months), until: from };
  }
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
  return { from: addDays(from, -days), until: from };
}

/** First day after the day, month or year that begins on a date. */
export const endOf = (grain: Grain, date: LocalDate): LocalDate =>
  grain === 'D' ? addDays(date, 1) : addMonths(date, grain === 'Y' ? 12 : 1);
