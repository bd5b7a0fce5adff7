import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';

export type RecalculationCause = 'CALENDAR' | 'POLICY';

/** How far the counting of running clocks has come after a change. */
export interface Recalculation {
  cause: RecalculationCause;
  /** Reports whose clocks ran when the change was made. */
  total: number;
  /** Those that were counted anew by the job; reports that change meanwhile are counted with their change. */
  done: number;
  startedAt: Date;
  finishedAt: Date | null;
}

/** Notes, in the transaction of a change, that running clocks have to be counted anew; nothing when none runs. */
export async function startRecalculation(
  em: EntityManager,
  cause: RecalculationCause,
  at: Date,
): Promise<void> {
  await em.execute(
    `insert into recalculation (cause, total, started_at)
     select ?, count(*), ?::timestamptz from (select distinct report_id from clock where stopped_at is null) running
     having count(*) > 0`,
    [cause, at.toISOString()],
  );
}

/** Notes what a batch has done; nothing without a change that is under way. */
export async function noteProgress(em: EntityManager, reports: number): Promise<void> {
  await em.execute('update recalculation set done = least(total, done + ?) where finished_at is null', [
    reports,
  ]);
}

/** Whether a change of this cause is still being worked off. */
export async function isUnderWay(em: EntityManager, cause: RecalculationCause): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    'select 1 from recalculation where finished_at is null and cause = ? limit 1',
    [cause],
  );
  return rows.length > 0;
}

export async function finishRecalculations(em: EntityManager, at: Date): Promise<void> {
  await em.execute('update recalculation set finished_at = ?::timestamptz where finished_at is null', [
    at.toISOString(),
  ]);
}

/** The last one; `null` when there was none. */
export async function lastRecalculation(database: Database): Promise<Recalculation | null> {
  const [row] = await database.query<Recalculation>(
    'last-recalculation',
    `select cause, total, done, started_at as "startedAt", finished_at as "finishedAt"
     from recalculation order by id desc limit 1`,
  );
  return row ?? null;
}
