import type { Client } from 'pg';

/** What the platform does on its own while nobody asks: looking for events to deliver, and for work. */
const BACKGROUND = `query ~* 'advisory|event_delivery d join event|^SELECT [^ ]+ FROM ONLY|graphile|pg_stat_statements|history_head_pending|lost_code_request|master_change m|^with due as'`;

/** A statement as PostgreSQL has seen it, per request. */
export interface Statement {
  calls: number;
  milliseconds: number;
  text: string;
}

/** The statements of the services that one request sends, transactions' begin and commit counted as well; what takes longest first. */
export async function statementsOf(
  admin: Client,
  requests: number,
  ask: () => Promise<unknown>,
): Promise<Statement[]> {
  await setTracking(admin, 'all');
  try {
    await admin.query('select pg_stat_statements_reset()');
    for (let index = 0; index < requests; index++) await ask();
    const { rows } = await admin.query<Statement>(
      `select s.calls::float / $1 as calls, (s.total_exec_time + s.total_plan_time) / $1 as milliseconds, left(regexp_replace(s.query, '\\s+', ' ', 'g'), 160) as text
       from pg_stat_statements s join pg_roles r on r.oid = s.userid
       where s.toplevel and r.rolname like 'lapor\\_%' and not (${BACKGROUND}) order by 2 desc`,
      [requests],
    );
    return rows;
  } finally {
    await setTracking(admin, 'none');
  }
}

/** How many of them one request sends: what less than every second request brought is work of the platform's own. */
export const roundTrips = (statements: readonly Statement[]): number =>
  statements.reduce((sum, { calls }) => sum + Math.round(calls), 0);

/** Statements are noted only while they are counted: noting costs time. */
export async function setTracking(admin: Client, which: 'all' | 'none'): Promise<void> {
  await admin.query(`alter system set pg_stat_statements.track = '${which}'`);
  await admin.query('alter system set pg_stat_statements.track_planning = on');
  await admin.query('select pg_reload_conf()');
  // Every backend reads it before its next statement.
  await admin.query('select pg_sleep(0.3)');
}
