import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder } from '@lapor/reference-data';
import { CalendarsAndPolicies } from '../migrations/2026-11-24-002-calendars-and-policies.ts';
import { importHolidays } from '../src/modules/calendar/index.ts';
import { readEntries } from '../src/modules/entry/index.ts';
import { startTestService } from './a-service.ts';

test('calendars and policies from before the log are entered as the platform enters them today', async () => {
  await using sla = await startTestService('2026-11-23T01:00:00Z');
  const folder = await mkdtemp(join(tmpdir(), 'holidays-'));
  const file = join(folder, 'holidays.csv');
  const original = await readFile(join(dataFolder, 'holidays.csv'), 'utf8');
  const changed = original
    .replace(/^2026-12-24.*\n/m, '')
    .replace('2027-01-01,Tahun Baru Masehi', '2027-01-01,Tahun Baru 2027');
  await writeFile(file, `${changed}2026-11-25,Pemilihan,national,official,Keppres\n`);
  await importHolidays(sla.database, file, sla.clock.now());
  await rm(folder, { recursive: true });

  const today = await readEntries(sla.database, ['CALENDAR_CHANGED', 'POLICY_SAVED']);
  expect(today.map(({ kind }) => kind)).toEqual(['POLICY_SAVED', 'CALENDAR_CHANGED', 'CALENDAR_CHANGED']);
  const migration = new CalendarsAndPolicies(undefined as never, undefined as never);
  migration.up();
  const entering = migration.getQueries().filter((query) => String(query).startsWith('insert into entry'));
  for (const query of entering) await sla.rows(String(query));
  const after = today.at(-1)!.id;
  const again = await readEntries(sla.database, ['CALENDAR_CHANGED', 'POLICY_SAVED'], after);
  const comparable = (entries: typeof today) =>
    entries
      .map(({ id: _id, ...entry }) => entry)
      .sort((a, b) => JSON.stringify(a.payload).localeCompare(JSON.stringify(b.payload)));
  expect(comparable(again)).toEqual(comparable(today));
});
