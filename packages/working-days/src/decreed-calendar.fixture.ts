import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { type Holiday, type WorkingCalendar, buildCalendar } from './calendar.ts';

type HolidayRow = { date: string; name: string; kind: string; status: string };

/** The calendar of the decrees as the platform ships it: official up to the end of 2026. */
export function decreedCalendar(): WorkingCalendar {
  const file = new URL('../../../data/holidays.csv', import.meta.url);
  const rows = parse<HolidayRow>(readFileSync(file), { columns: true });
  const holidays = rows.map((row): Holiday => ({
    date: row.date,
    name: row.name,
    kind: row.kind === 'national' ? 'NATIONAL' : 'JOINT_LEAVE',
    status: row.status === 'official' ? 'OFFICIAL' : 'ESTIMATED',
  }));
  return buildCalendar({ version: 'decrees', holidays, knownUntil: '2026-12-31' });
}
