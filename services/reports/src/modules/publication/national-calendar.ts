import { z } from 'zod';
import { readRows } from '@lapor/reference-data';
import { addWorkingDays, buildCalendar, type WorkingCalendar } from '@lapor/working-days';

const KINDS = { national: 'NATIONAL', 'joint-leave': 'JOINT_LEAVE' } as const;
const STATUSES = { official: 'OFFICIAL', estimated: 'ESTIMATED' } as const;

const decree = z.object({
  date: z.iso.date(),
  name: z.string(),
  kind: z.enum(['national', 'joint-leave']),
  status: z.enum(['official', 'estimated']),
});

/**
 * The national days off by the decrees, for the deadline of a hold: a matter between the desk and the public, and no clock of
 * the report. Throws when the file is faulty: `sla` reads the same one and names its faults.
 */
export async function readNationalCalendar(path: string): Promise<WorkingCalendar> {
  const read = await readRows({ path, schema: decree, uniqueBy: 'date' });
  if (!read.ok) throw new Error(`${path} is faulty`);
  const { rows, contentHash } = read.value;
  return buildCalendar({
    version: contentHash,
    knownUntil: `${rows.at(-1)?.date.slice(0, 4) ?? '2026'}-12-31`,
    holidays: rows.map(({ date, name, kind, status }) => ({
      date,
      name,
      kind: KINDS[kind],
      status: STATUSES[status],
    })),
  });
}

/** Working days within which the national desk decides on a hold (domain.md, "A report"). */
export const HOLD_WORKING_DAYS = 3;
/** The national desk's own. */
export const DESK_TIME_ZONE = 'Asia/Jakarta';

/** The exclusive end of the days within which a hold is decided. */
export const endOfHold = (calendar: WorkingCalendar, from: Date): Date =>
  addWorkingDays(calendar, from, HOLD_WORKING_DAYS, DESK_TIME_ZONE).dueAt;
