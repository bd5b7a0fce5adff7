import { z } from 'zod';
import { requiredText } from '@lapor/reference-data';

const KINDS = { national: 'NATIONAL', 'joint-leave': 'JOINT_LEAVE' } as const;
const STATUSES = { official: 'OFFICIAL', estimated: 'ESTIMATED' } as const;

/** A row of `holidays.csv`: a day off and the decree that says so. */
export const holidayRow = z.object({
  date: z.iso.date('must be a day such as 2026-08-17'),
  name: requiredText,
  kind: z
    .enum(['national', 'joint-leave'], 'must be national or joint-leave')
    .transform((kind) => KINDS[kind]),
  status: z
    .enum(['official', 'estimated'], 'must be official or estimated')
    .transform((status) => STATUSES[status]),
  source: requiredText,
});
export type HolidayRow = z.infer<typeof holidayRow>;

/** The last day of the last year that has its decree: official days off, and none that is only estimated. */
export function knownUntilOf(rows: readonly HolidayRow[]): string | null {
  const yearsOf = (status: HolidayRow['status']) =>
    new Set(rows.filter((row) => row.status === status).map(({ date }) => date.slice(0, 4)));
  const estimated = yearsOf('ESTIMATED');
  const year = [...yearsOf('OFFICIAL')]
    .filter((one) => !estimated.has(one))
    .sort()
    .at(-1);
  return year === undefined ? null : `${year}-12-31`;
}
