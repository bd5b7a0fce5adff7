import type { Client } from 'pg';
import { addCalendarDays, addWorkingDays, buildCalendar, type Holiday } from '@lapor/working-days';

const LENGTHS = [
  [3, 'WORKING'],
  [5, 'WORKING'],
  [14, 'WORKING'],
  [60, 'CALENDAR'],
] as const;
const DAY = 86_400_000;

/** Fills `bench.due`: when a clock that starts on a day ends, by the calendar that `sla` has imported. */
export async function writeDueDays(client: Client, from: Date, until: Date): Promise<void> {
  const { rows: holidays } = await client.query<Holiday>(
    'select date::text, name, kind, status from sla.holiday where retired_in is null',
  );
  const { rows } = await client.query<{ version: string; knownUntil: string }>(
    'select version, known_until::text as "knownUntil" from sla.calendar_version order by id desc limit 1',
  );
  const { rows: zones } = await client.query<{ zone: string }>(
    'select distinct time_zone as zone from reports.organisation',
  );
  const calendar = buildCalendar({ ...rows[0]!, holidays });
  const due: { zone: string; day: string; length: number; unit: string; due_at: string }[] = [];
  for (const { zone } of zones)
    for (let time = from.getTime() - DAY; time <= until.getTime() + DAY; time += DAY)
      for (const [length, unit] of LENGTHS) {
        const { startedOn, dueAt } = (unit === 'WORKING' ? addWorkingDays : addCalendarDays)(
          calendar,
          new Date(time),
          length,
          zone,
        );
        due.push({ zone, day: startedOn, length, unit, due_at: dueAt.toISOString() });
      }
  await client.query(
    `create unlogged table bench.due as
     select distinct on (zone, day, length, unit) * from jsonb_to_recordset($1) as d (zone text, day date, length int, unit text, due_at timestamptz)`,
    [JSON.stringify(due)],
  );
  await client.query('create unique index on bench.due (zone, day, length, unit)');
}
