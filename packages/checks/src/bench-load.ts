/**
 * `pnpm bench`: processor time per request of the whole platform, PostgreSQL included, as ratio to a bare `node:http` + `pg` server that gives
 * the same JSON from one prepared statement, in the same run. Prints ratios and statements per operation, writes them to `docs/benchmarks.md`
 * and ends with 1 when a bar of the promises is missed.
 *
 * `--reports 1000000` generates more, `--seconds 5` measures longer, `--only feed,inbox` measures less and writes nothing,
 * `--statements` shows what the services send, `--growth 10000,1000000` asks databases of these sizes one request at a time and prints how p95 grows.
 */
import 'reflect-metadata';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Client } from 'pg';
import type { OperationName } from './bench/bare-statements.ts';
import { openBenchDatabase, startBenchServer } from './bench/bench-database.ts';
import { startChild } from './bench/child.ts';
import { measureGrowth } from './bench/growth.ts';
import { holdDelivery } from './bench/hold-delivery.ts';
import { knownOf } from './bench/known.ts';
import { ask, load, type Target } from './bench/load.ts';
import { onBareServer, onPlatform, OPERATIONS, type Known, type Operation } from './bench/operations.ts';
import { secondsOf, secondsOfMachine } from './bench/processor-time.ts';
import { medianOf, writeResults, type Measured } from './bench/results.ts';
import { FOLDER } from './bench/settings.ts';
import { roundTrips, setTracking, statementsOf } from './bench/statements.ts';
import { execute } from './checkout.ts';

const CONNECTIONS = 16;
const ROUNDS = 3;
const WARM_UP_SECONDS = 2;
const COUNTED_REQUESTS = 20;
/** Figures of less say nothing about the platform: they are printed only. */
const SMALLEST_RECORDED = 100_000;

/** Most that the promises allow at first, of processor time as ratio to the bare server. */
const BARS: Readonly<Record<OperationName | 'cached feed', number | null>> = {
  feed: 10,
  search: null,
  report: 8,
  inbox: 10,
  submit: 4,
  'cached feed': 1,
};
const MOST_STATEMENTS: Partial<Record<OperationName, number>> = { feed: 4, report: 5, submit: 2 };

const { values: options } = parseArgs({
  options: {
    reports: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string' },
    statements: { type: 'boolean', default: false },
    growth: { type: 'string' },
  },
});
const reports = Number(options.reports);
const windowSeconds = Number(options.seconds);
const wanted = options.only?.split(',');
const isWanted = (name: string) => !wanted || wanted.includes(name);

const startedAt = performance.now();
const say = (text: string) =>
  console.log(`[${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s] ${text}`);

/** The server whose processor time counts beside that of PostgreSQL. */
interface Side {
  pid: number;
  target: Target;
}

interface Sample {
  cpuMilliseconds: number;
  /** The part of it that PostgreSQL used. */
  databaseMilliseconds: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Cores that others used meanwhile. */
  foreignCores: number;
}

async function sample({ pid, target }: Side, postgresPid: number): Promise<Sample> {
  const look = async () => ({
    server: await secondsOf(pid),
    database: await secondsOf(postgresPid),
    machine: await secondsOfMachine(),
    self: process.cpuUsage(),
  });
  const before = await look();
  const { requests, seconds, times } = await load(target, CONNECTIONS, windowSeconds);
  const after = await look();
  const self = (after.self.user + after.self.system - before.self.user - before.self.system) / 1e6;
  const database = after.database - before.database;
  const used = after.server - before.server + database;
  return {
    cpuMilliseconds: (used * 1_000) / requests,
    databaseMilliseconds: (database * 1_000) / requests,
    perSecond: requests / seconds,
    p50: times[Math.floor(times.length / 2)]!,
    p99: times[Math.floor(times.length * 0.99)]!,
    foreignCores: Math.max(0, (after.machine - before.machine - used - self) / seconds),
  };
}

/** Turn about, the order turned round each time, so that both meet the same machine. */
async function compare(platform: Side, bare: Side, postgresPid: number) {
  const [ofPlatform, ofBare]: [Sample[], Sample[]] = [[], []];
  for (const { target } of [platform, bare]) await load(target, CONNECTIONS, WARM_UP_SECONDS);
  for (let round = 0; round < ROUNDS; round++)
    for (const [side, samples] of (round % 2
      ? [
          [bare, ofBare],
          [platform, ofPlatform],
        ]
      : [
          [platform, ofPlatform],
          [bare, ofBare],
        ]) as [Side, Sample[]][])
      samples.push(await sample(side, postgresPid));
  return { platform: medians(ofPlatform), bare: medians(ofBare) };
}

const medians = (samples: readonly Sample[]): Sample =>
  Object.fromEntries(
    (['cpuMilliseconds', 'databaseMilliseconds', 'perSecond', 'p50', 'p99', 'foreignCores'] as const).map(
      (name) => [name, medianOf(samples.map((each) => each[name]))],
    ),
  ) as unknown as Sample;

async function waitingEvents(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ count: string }>('select count(*) from reports.event_delivery');
  return Number(rows[0]!.count);
}

async function requireSame(operation: Operation, known: Known): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const fixed = operation.ask(known);
    const same = { ...operation, ask: () => fixed };
    const [platform, bare] = [await ask(onPlatform(same, known)), await ask(onBareServer(same, known))].map(
      (body) => JSON.parse(body) as unknown,
    );
    if (!isDeepStrictEqual(platform, bare))
      throw new Error(
        `${operation.name}: the answers differ\nplatform ${JSON.stringify(platform).slice(0, 3_000)}\nbare     ${JSON.stringify(bare).slice(0, 3_000)}`,
      );
  }
}

async function main(): Promise<void> {
  const commit = (await execute('git', ['rev-parse', '--short', 'HEAD'])).output.trim();
  await using stack = new AsyncDisposableStack();
  const server = await startBenchServer();
  stack.defer(() => server.stop());
  if (options.growth) {
    process.exitCode = (await measureGrowth(
      server,
      options.growth.split(',').map(Number),
      windowSeconds,
      say,
    ))
      ? 0
      : 1;
    return;
  }
  const database = stack.use(await openBenchDatabase(server, reports, say));
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  stack.defer(() => admin.end());
  await admin.query('create extension if not exists pg_stat_statements with schema public');
  await setTracking(admin, 'none');
  const { rows } = await admin.query<{ pid: number }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
  );
  const postgresPid = rows[0]!.pid;

  const platformSettings = { urls: database.urls, filesDirectory: join(FOLDER, 'files') };
  const bare = stack.use(await startChild('bare-server', { databaseUrl: database.adminUrl }));
  const measured: Measured[] = [];
  // Before anything is submitted, so that both begin on what was generated.
  if (isWanted('cached feed')) {
    await using platform = await startChild('platform', platformSettings);
    const known: Known = {
      numbers: [],
      searches: [],
      categories: [],
      regions: [],
      officers: [],
      inboxPage: 0,
    };
    const feed = OPERATIONS.find(({ name }) => name === 'feed')!;
    const result = await compare(
      { pid: platform.pid, target: onPlatform(feed, known) },
      { pid: bare.pid, target: onBareServer(feed, known) },
      postgresPid,
    );
    measured.push(
      note('cached feed', 'the same feed for anonymous readers, from the cache of public answers', result),
    );
  }
  {
    await using platform = await startChild('platform', { ...platformSettings, publicAnswerMilliseconds: 0 });
    say('The platform answers (nothing from the cache of public answers)');
    const known = await knownOf(admin);
    for (const operation of OPERATIONS.filter(({ name }) => isWanted(name))) {
      if (operation.isSame) await requireSame(operation, known);
      const target = onPlatform(operation, known);
      const held = operation.name === 'submit' ? await holdDelivery(admin) : null;
      for (let index = 0; index < COUNTED_REQUESTS; index++) await ask(target);
      const sent = await statementsOf(admin, COUNTED_REQUESTS, () => ask(target));
      const statements = roundTrips(sent);
      if (options.statements)
        for (const { calls, milliseconds, text } of sent)
          say(`  ${calls.toFixed(1)} × ${(milliseconds / calls).toFixed(3)} ms  ${text}`);
      const result = await compare(
        { pid: platform.pid, target },
        { pid: bare.pid, target: onBareServer(operation, known) },
        postgresPid,
      );
      const most = MOST_STATEMENTS[operation.name] ?? null;
      measured.push(note(operation.name, operation.title, result, { statements, most }));
      if (held) await measureWhatFollows(admin, held, platform.pid, postgresPid);
    }
  }
  if (!wanted && reports >= SMALLEST_RECORDED)
    await writeResults({ commit, reports, cores: cpus().length, measured });
  const missed = measured.filter(({ holds }) => !holds);
  say(missed.length ? `Missed: ${missed.map(({ name }) => name).join(', ')}` : 'Every bar is met');
  process.exitCode = missed.length ? 1 : 0;
}

function note(
  name: OperationName | 'cached feed',
  title: string,
  { platform, bare }: { platform: Sample; bare: Sample },
  counted: { statements: number; most: number | null } | null = null,
): Measured {
  const bar = BARS[name];
  const ratio = platform.cpuMilliseconds / bare.cpuMilliseconds;
  const foreignCores = Math.max(platform.foreignCores, bare.foreignCores);
  const result = {
    name,
    title,
    platform,
    bare,
    ratio,
    bar,
    statements: counted?.statements ?? null,
    mostStatements: counted?.most ?? null,
    foreignCores,
    holds: (bar === null || ratio <= bar) && (counted?.statements ?? 0) <= (counted?.most ?? Infinity),
  };
  say(
    `${result.holds ? '✓' : '✗'} ${name.padEnd(12)} ${ratio.toFixed(2).padStart(6)}×${bar === null ? '' : ` (bar ${bar}×)`}  CPU ${platform.cpuMilliseconds.toFixed(2)} ms (PostgreSQL ${platform.databaseMilliseconds.toFixed(2)}) to ${bare.cpuMilliseconds.toFixed(2)} ms (${bare.databaseMilliseconds.toFixed(2)})  ` +
      `${platform.perSecond.toFixed(0)}/s to ${bare.perSecond.toFixed(0)}/s  p50 ${platform.p50.toFixed(1)}, p99 ${platform.p99.toFixed(1)} ms` +
      `${counted ? `  ${counted.statements} statements` : ''}  foreign ${foreignCores.toFixed(2)} cores`,
  );
  return result;
}

/** What a submission costs afterwards: clocks, inboxes, notifications; told, not judged. */
async function measureWhatFollows(
  admin: Client,
  held: { release(): Promise<void> },
  platformPid: number,
  postgresPid: number,
): Promise<void> {
  const waiting = await waitingEvents(admin);
  const used = async () => (await secondsOf(platformPid)) + (await secondsOf(postgresPid));
  const before = await used();
  const from = performance.now();
  await held.release();
  while ((await waitingEvents(admin)) > 0 && performance.now() - from < 60_000)
    await new Promise((resolve) => setTimeout(resolve, 200));
  const left = await waitingEvents(admin);
  const seconds = (performance.now() - from) / 1_000;
  say(
    `  what follows a submission: ${((((await used()) - before) * 1_000) / Math.max(1, waiting - left)).toFixed(2)} ms CPU per event, ${waiting - left} events in ${seconds.toFixed(1)} s, ${left} left`,
  );
}

await main();
