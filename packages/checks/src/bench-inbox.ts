/**
 * `pnpm bench:inbox`: how an inbox of 50,000 reports feels. Gives one unit of the benchmark's own database that many, starts the platform with its
 * applications on loopback, and lets a real browser scroll, choose and narrow; prints frame times and long tasks, and judges nothing.
 *
 * `--rows 5000` fills and reads less, `--seconds 4` scrolls shorter.
 */
import 'reflect-metadata';
import { join } from 'node:path';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { buildApplications } from '@lapor/platform';
import { openBenchDatabase, startBenchServer } from './bench/bench-database.ts';
import { startChild } from './bench/child.ts';
import { fillInbox } from './bench/fill-inbox.ts';
import { FOLDER, officerMail, PORTS } from './bench/settings.ts';
import { signIn } from './bench/sign-in.ts';
import { execute } from './checkout.ts';

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '50000' }, seconds: { type: 'string', default: '6' } },
});
const rows = Number(options.rows);
/** Some of what is generated waits at the desk or is confidential. */
const reports = Math.ceil(rows * 1.3);
const origin = `http://127.0.0.1:${PORTS.platform}`;

interface Stretch {
  name: string;
  rows: number;
  frames: number;
  p50: number;
  p95: number;
  longest: number;
  longTasks: number;
  longestTask: number;
  until?: number;
}

const startedAt = performance.now();
const say = (text: string) =>
  console.log(`[${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s] ${text}`);

async function main(): Promise<void> {
  await buildApplications();
  await using stack = new AsyncDisposableStack();
  const server = await startBenchServer();
  stack.defer(() => server.stop());
  const database = stack.use(await openBenchDatabase(server, reports, say));
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  stack.defer(() => admin.end());
  say(`Inbox: ${await fillInbox(admin, officerMail(0), rows)} reports for one unit`);
  stack.use(
    await startChild('platform', {
      urls: database.urls,
      filesDirectory: join(FOLDER, 'files'),
      withApplications: true,
    }),
  );
  const cookie = await signIn(officerMail(0), '10.1.0.1');
  const asked = {
    origin,
    cookie,
    path: '/instansi/kotak/menunggu-kami',
    rows: [2_000, 10_000, rows].filter((count, index, all) => count <= rows && all.indexOf(count) === index),
    secondsEach: Number(options.seconds),
  };
  say('Browser: reading and scrolling …');
  const { code, output } = await execute(process.execPath, [
    '--import',
    '@oxc-node/core/register',
    'tests/frames/scroll-inbox.ts',
    JSON.stringify(asked),
  ]);
  if (code !== 0) throw new Error(`The browser ended with ${code}:\n${output.slice(-3_000)}`);
  say(`${cpus().length} cores, 1440 × 900, frames and tasks in milliseconds`);
  const table = (JSON.parse(output.trim().split('\n').at(-1)!) as Stretch[]).map(
    ({ name, rows: lines, frames, p50, p95, longest, longTasks, longestTask, until }) => ({
      work: name,
      lines,
      frames,
      p50,
      p95,
      longest,
      'tasks > 50': longTasks,
      'longest task': longestTask,
      until: until ?? '–',
    }),
  );
  console.table(table);
}

await main();
