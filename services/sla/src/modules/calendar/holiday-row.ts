import { z } from 'zod';
import { requiredText } from '@lapor/reference-data';

const KINDS = { national: 'NATIONAL', 'joint-leave': 'JOINT_LEAVE' } as const;
const STATUSES = { official: 'OFFICIAL', estimated: 'ESTIMATED' } as const;

const columns = {
  date: z.iso.date('must be a day such as 2026-08-17'),
  name: requiredText,
  kind: z
    .enum(['national', 'joint-leave'], 'must be national or joint-leave')
    .transform((kind) => KINDS[kind]),
  status: z
    .enum(['official', 'estimated'], 'must be official or estimated')
    .transform((status) => STATUSES[status]),
};

/** A row of `holidays.csv`: a day off and the decree that says so. */
export const holidayRow = z.object({ ...columns, source: requiredText });
export type HolidayRow = z.infer<typeof holidayRow>;

/** A row of the file of one year that somebody brings; the decree is named once for all. */
export const yearRow = z.object({ ...columns, name: z.string().trim().min(3).max(120) });
export type YearRow = z.infer<typeof yearRow>;
