import type { Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import type { Clock } from '@lapor/clock';
import type { Head, HeadLog } from './head-log.ts';

export interface HeadRecording {
  database: Database;
  headLog: HeadLog;
  clock: Clock;
  logger: Logger;
}

const BATCH = 1_000;

/**
 * Writes the heads that wait to the log outside the database; returns how many when there may be more, else 0: whoever looks again and
 * again writes those of ten seconds at once, and not each by itself. One process at a time does it. What was written and not
 * taken away before a crash is written again, which says nothing new.
 */
export async function recordHeads({ database, headLog, clock, logger }: HeadRecording): Promise<number> {
  // Most of the time there is nothing, and nothing has to be locked.
  const [waiting] = await database.query('history-heads-wait', 'select 1 from history_head_pending limit 1');
  if (!waiting) return 0;
  return database.transaction(async (em) => {
    const [lock] = await em.execute<{ held: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtext('reports: log of heads')) as held`,
    );
    if (!lock!.held) return 0;
    const rows = await em.execute<(Head & { position: number })[]>(
      `select position, report_id as "reportId", sequence, hash from history_head_pending order by position limit ${BATCH}`,
    );
    if (rows.length === 0) return 0;
    const { number, signature } = await headLog.append(rows, clock.now());
    await em.execute(
      `delete from history_head_pending where position in (select jsonb_array_elements(?::jsonb)::bigint)`,
      [JSON.stringify(rows.map(({ position }) => position))],
    );
    // The log of the process is another place: a log of heads that was cut later does not reach this line.
    logger.info({ heads: rows.length, number, signature }, 'History heads were recorded');
    return rows.length === BATCH ? rows.length : 0;
  });
}
