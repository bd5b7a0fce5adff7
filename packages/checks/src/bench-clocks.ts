import 'reflect-metadata';
import { join } from 'node:path';
import { movableClock } from '@lapor/clock';
import { openDatabase, provision, type Database } from '@lapor/database';
import { startEmbeddedPostgres } from '@lapor/database/embedded';
import { createLogger } from '@lapor/logging';
import { startSla } from '@lapor/service-sla';
import { migrations } from '../../../services/sla/migrations/index.ts';
import { findDue } from '../../../services/sla/src/jobs/find-due.ts';
import { recalculateOpen } from '../../../services/sla/src/jobs/recalculate-open.ts';
import { createCalendars, createClosingDays } from '../../../services/sla/src/modules/calendar/index.ts';
import { tellRunOut } from '../../../services/sla/src/modules/report/index.ts';
import { eventsOf } from './bench-clocks/events.ts';
import { multiply } from './bench-clocks/multiply.ts';
import { withAdmin } from './bench/bench-database.ts';
import { DATABASE_PASSWORD, FOLDER } from './bench/settings.ts';

// `pnpm bench:clocks [open clocks]`: how fast transitions become clocks, what finding due timers costs among all that wait, how fast
// they are reached, and how fast open clocks are counted again after a change of the calendar. It prints; it judges the plan alone.

const OPEN_CLOCKS = Number(process.argv[2] ?? 1_000_000);
/** Reports that go through the service; the others are copies of them. */
const TOLD = 5_000;
const BATCH = 500;
/** Each report is with a unit: follow-up, resolution, outer limit and the Ombudsman's clock run. */
const CLOCKS_OF_A_REPORT = 4;
const BATCHES_COUNTED_AGAIN = 40;

const say = (text: string) => void process.stdout.write(`${text}\n`);
async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const from = performance.now();
  return { value: await work(), seconds: (performance.now() - from) / 1_000 };
}
const rate = (count: number, seconds: number, what: string) =>
  `${count} ${what} in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`;

await using ends = new AsyncDisposableStack();
const server = await startEmbeddedPostgres({
  dataDirectory: join(FOLDER, 'clocks-postgres'),
  password: DATABASE_PASSWORD,
  port: 15_651,
  settings: { shared_buffers: '512MB', max_wal_size: '4GB', autovacuum: 'off', jit: 'off' },
});
ends.defer(() => server.stop());
const database = await freshDatabase();
ends.defer(() => database.close());
const clock = movableClock('2026-11-24T02:00:00Z');
const service = await startSla(
  { databaseUrl: '', serviceSecret: 'x'.repeat(40), clock, logger: createLogger('sla', 'error') },
  { database },
);
ends.use(service);

const batches = eventsOf(TOLD, BATCH);
const intake = await timed(async () => {
  for (const batch of batches) {
    const { failed } = await service.receiveEvents('reports', batch);
    if (failed[0]) throw new Error(failed[0].reason);
  }
  return batches.flat().length;
});
say(`Intake: ${rate(intake.value, intake.seconds, 'transitions')}, in batches of ${BATCH}`);

const reports = Math.ceil(OPEN_CLOCKS / CLOCKS_OF_A_REPORT);
const copied = await timed(() => multiply(database, Math.ceil(reports / TOLD) - 1));
const open = await rowsOf('select count(*) from clock where stopped_at is null');
say(
  `${open} open clocks, ${await rowsOf('select count(*) from timer where not reached')} timers that wait (copied in ${copied.seconds.toFixed(0)} s)`,
);

// What was due before the copies were made is reached first: the plan is that of an ordinary look.
const caughtUp = await timed(() => findDue(database, [tellRunOut], clock.now()));
say(`Catching up: ${rate(caughtUp.value, caughtUp.seconds, 'timers')}, in order, in batches of 500`);
await database.pool.query('vacuum analyze timer');
const plan = await planOf('2026-11-24T05:00:30Z');
say(`Finding what is due in the next three hours, among all that wait:\n${plan}`);
if (!plan.includes('timer_waiting') || /Seq Scan on timer/.test(plan)) process.exitCode = 1;
const nothing = await timed(() => findDue(database, [tellRunOut], clock.now()));
say(`A look that finds nothing: ${(nothing.seconds * 1_000).toFixed(1)} ms`);

// A day off more, as if it had been decreed today.
await database.pool.query(
  `with added as (
     insert into calendar_version (version, label, known_until, imported_at) select 'bench', label, known_until, $1 from calendar_version
     order by id desc limit 1 returning id)
   insert into holiday (date, name, kind, status, source, introduced_in) select '2026-11-26', 'Bench', 'NATIONAL', 'OFFICIAL', 'bench', id from added`,
  [clock.now()],
);
const [calendars, closingDays] = [createCalendars(database), createClosingDays(database)];
const again = await timed(async () => {
  let done = 0;
  for (let round = 0; round < BATCHES_COUNTED_AGAIN; round++)
    done += await recalculateOpen(database, calendars, closingDays, clock.now(), BATCH);
  return done;
});
const clocksAgain = again.value * CLOCKS_OF_A_REPORT;
const minutes = ((open / clocksAgain) * again.seconds) / 60;
say(
  `Recalculation: ${rate(clocksAgain, again.seconds, 'open clocks')}; all ${open} would take ${minutes.toFixed(0)} minutes`,
);

async function rowsOf(sql: string): Promise<number> {
  const { rows } = await database.pool.query<{ count: string }>(sql);
  return Number(rows[0]!.count);
}

/** The statement of `takeDue` as far as it searches. */
async function planOf(now: string): Promise<string> {
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, costs off) select t.clock_id, t.kind, f.sequence
     from timer t join report_fact f on f.report_id = t.report_id
     where not t.reached and t.due_at <= $1::timestamptz
     order by t.due_at, t.clock_id, t.kind limit 500 for update of t, f skip locked`,
    [now],
  );
  return rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n');
}

async function freshDatabase(): Promise<Database> {
  const name = 'bench_clocks';
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  await withAdmin(server.url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  });
  const { sla } = await provision(url.href, ['sla'], DATABASE_PASSWORD);
  const opened = await openDatabase({
    url: sla.url,
    schema: 'sla',
    entities: [],
    migrations,
    isUnhurried: true,
  });
  await opened.migrate();
  return opened;
}
