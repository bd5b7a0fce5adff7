import { join } from 'node:path';
import { Client } from 'pg';
import type { EmbeddedPostgres } from '@lapor/database/embedded';
import { openBenchDatabase } from './bench-database.ts';
import { startChild } from './child.ts';
import { holdDelivery } from './hold-delivery.ts';
import { knownOf } from './known.ts';
import { ask, load } from './load.ts';
import { onPlatform, OPERATIONS } from './operations.ts';
import { medianOf } from './results.ts';
import { FOLDER } from './settings.ts';
import { roundTrips, setTracking, statementsOf } from './statements.ts';

/** Most that p95 may grow from the fewest reports to the most. */
const MOST_GROWTH = 2;
const ROUNDS = 3;
const COUNTED_REQUESTS = 20;
/** The busiest inboxes of the fewest reports have as many: pages of different lengths could not be compared. */
const INBOX_PAGE = 20;

interface Size {
  p95: number;
  statements: number;
}

/**
 * Asks each operation on databases of several sizes, one request at a time so that nothing waits in a queue, and prints how p95 grows;
 * answers whether all stay below twice, with as many statements. Compare sizes of one run: between them the platform starts anew.
 */
export async function measureGrowth(
  server: EmbeddedPostgres,
  sizes: readonly number[],
  seconds: number,
  say: (text: string) => void,
): Promise<boolean> {
  const measured = new Map<string, Size[]>();
  for (const reports of sizes) {
    await using database = await openBenchDatabase(server, reports, say);
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await using platform = await startChild('platform', {
      urls: database.urls,
      filesDirectory: join(FOLDER, 'files'),
      publicAnswerMilliseconds: 0,
    });
    say(`${reports.toLocaleString('en')} reports: process ${platform.pid} answers`);
    await admin.query('create extension if not exists pg_stat_statements with schema public');
    await setTracking(admin, 'none');
    const known = await knownOf(admin, INBOX_PAGE);
    for (const operation of OPERATIONS) {
      const target = onPlatform(operation, known);
      const held = operation.name === 'submit' ? await holdDelivery(admin) : null;
      await load(target, 4, seconds);
      const statements = roundTrips(await statementsOf(admin, COUNTED_REQUESTS, () => ask(target)));
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(p95Of((await load(target, 1, seconds)).times));
      await held?.release();
      const p95 = medianOf(times);
      say(`  ${operation.name.padEnd(8)} p95 ${p95.toFixed(1)} ms, ${statements} statements`);
      measured.set(operation.name, [...(measured.get(operation.name) ?? []), { p95, statements }]);
    }
    await admin.end();
  }
  let holds = true;
  for (const [name, each] of measured) {
    const growth = each.at(-1)!.p95 / each[0]!.p95;
    const isSame = each.every(({ statements }) => statements === each[0]!.statements);
    const isFlat = growth < MOST_GROWTH && isSame;
    holds &&= isFlat;
    say(
      `${isFlat ? '✓' : '✗'} ${name.padEnd(8)} p95 ${each.map(({ p95 }) => p95.toFixed(1)).join(' → ')} ms, ${growth.toFixed(2)}× (promised < ${MOST_GROWTH}×), statements ${each.map(({ statements }) => statements).join(', ')}`,
    );
  }
  return holds;
}

const p95Of = (ascending: readonly number[]): number => ascending[Math.floor(ascending.length * 0.95)]!;
