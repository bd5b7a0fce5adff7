import { join } from 'node:path';
import { dataFolder, describeFaults, readRows } from '@lapor/reference-data';
import { buildCalendar } from '@lapor/working-days';
import { buildClosingDaysBook } from '../src/modules/calendar/index.ts';
import { holidayRow } from '../src/modules/calendar/holiday-row.ts';
import { knownUntilOf } from '../src/modules/calendar/known-until.ts';
import type { RuleBook } from '../src/modules/clock/index.ts';
import type { Limit, Policy } from '../src/modules/policy/index.ts';

const read = await readRows({ path: join(dataFolder, 'holidays.csv'), schema: holidayRow, uniqueBy: 'date' });
if (!read.ok) throw new Error(describeFaults(read.faults));
const holidays = read.value.rows;

/** The decrees as the platform ships them. */
export const decrees = (id = 1, importedAt = new Date('2026-01-01T00:00:00Z'), extra: string[] = []) => ({
  id,
  importedAt,
  calendar: buildCalendar({
    version: `calendar-${id}`,
    knownUntil: knownUntilOf(holidays)!,
    holidays: [
      ...holidays,
      ...extra.map((date) => ({ date, name: 'Pemilu', kind: 'NATIONAL', status: 'OFFICIAL' }) as const),
    ],
  }),
});

const working = (days: number): Limit => ({ days, unit: 'WORKING' });
const calendarDays = (days: number): Limit => ({ days, unit: 'CALENDAR' });

/** The numbers of domain.md, written a second time: the migration is held against them. */
export const policyOf2025: Policy = {
  version: 'permen-panrb-5-2025',
  effectiveFrom: '2025-01-01',
  limits: [
    { rule: 'VERIFICATION', reportClass: null, limit: working(3) },
    { rule: 'FIRST_RESPONSE', reportClass: null, limit: working(3) },
    { rule: 'FOLLOW_UP', reportClass: null, limit: working(5) },
    { rule: 'RESOLUTION', reportClass: 'INFORMATION_REQUEST', limit: working(5) },
    { rule: 'RESOLUTION', reportClass: 'ASPIRATION', limit: working(5) },
    { rule: 'RESOLUTION', reportClass: 'GRIEVANCE', limit: working(5) },
    { rule: 'RESOLUTION', reportClass: 'DISPUTE_WITHOUT_INSPECTION', limit: working(14) },
    { rule: 'RESOLUTION', reportClass: 'DISPUTE_WITH_INSPECTION', limit: null },
    { rule: 'OUTER_LIMIT', reportClass: null, limit: calendarDays(60) },
    { rule: 'REPLY_TURN', reportClass: null, limit: working(5) },
    { rule: 'OMBUDSMAN', reportClass: null, limit: working(14) },
    { rule: 'OMBUDSMAN_CLARIFICATION', reportClass: null, limit: working(10) },
    { rule: 'AUTO_CLOSE', reportClass: null, limit: working(10) },
    { rule: 'POSTPONEMENT', reportClass: null, limit: calendarDays(30) },
    { rule: 'INFORMATION_PAUSE', reportClass: null, limit: working(10) },
  ],
};

export const rules: RuleBook = {
  policies: [policyOf2025],
  calendars: [decrees()],
  closingDays: buildClosingDaysBook([]),
};
