import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Calendars, ClosingDays } from '../modules/calendar/index.ts';
import type { Policy } from '../modules/policy/index.ts';
import { finishRecalculations, isUnderWay, noteProgress } from '../modules/recalculation/index.ts';
import { recompute } from '../modules/report/index.ts';
import { readRuleBook } from '../rule-book.ts';

/**
 * Counts running clocks again that were counted with an older calendar, older closing days of their government, or a policy from which
 * they were moved. Each batch is a transaction and the mark of what is left to do is in the rows themselves, so it may be stopped
 * anywhere and run by several replicas.
 * @returns how many reports were counted again, at most `batchSize`.
 */
export async function recalculateOpen(
  database: Database,
  calendars: Calendars,
  closingDays: ClosingDays,
  now: Date,
  batchSize = 500,
): Promise<number> {
  const rules = await readRuleBook(database, calendars, closingDays);
  const newest = rules.calendars.at(-1);
  if (!newest) return 0;
  return database.transaction(async (em) => {
    const moved = (await isUnderWay(em, 'POLICY')) ? latestMigrations(rules.policies) : [];
    const reportIds = await lockReports(em, newest.id, moved, batchSize);
    if (reportIds.length > 0) {
      await recompute(em, reportIds, rules, now);
      await noteProgress(em, reportIds.length);
    } else if (!(await hasMore(em, newest.id, moved))) await finishRecalculations(em, now);
    return reportIds.length;
  });
}

/** Clocks of a kind that started before this are to be of this policy. */
interface Moved {
  kind: string;
  version: string;
  at: string;
}

function latestMigrations(policies: readonly Policy[]): Moved[] {
  const latest = new Map<string, Moved>();
  const all = policies.flatMap(({ version, migrations = [] }) =>
    migrations.flatMap(({ at, kinds }) => kinds.map((kind) => ({ kind, version, at: at.toISOString() }))),
  );
  for (const one of all) {
    const other = latest.get(one.kind);
    if (!other || other.at <= one.at) latest.set(one.kind, one);
  }
  return [...latest.values()];
}

const MOVED = `select c.report_id from jsonb_to_recordset(?::jsonb) as m (kind text, version text, at timestamptz)
  join clock c on c.kind = m.kind and c.stopped_at is null and c.started_at <= m.at and c.policy_version <> m.version`;

async function lockReports(
  em: EntityManager,
  calendarId: number,
  moved: readonly Moved[],
  batchSize: number,
): Promise<string[]> {
  const rows = await em.execute<{ report_id: string }[]>(
    `select report_id from report_fact where report_id in (
       (select report_id from clock where stopped_at is null and calendar_id < ? limit ?)
       union
       (select c.report_id from (select government_id, max(id) as id from closing_days group by 1) told
        join clock c on c.government_id = told.government_id and c.closing_days_id is distinct from told.id
        where c.stopped_at is null limit ?)
       union
       (${MOVED} limit ?)
     ) order by report_id for update skip locked`,
    [calendarId, batchSize, batchSize, JSON.stringify(moved), batchSize],
  );
  return rows.map(({ report_id }) => report_id);
}

/** What another replica holds is left for it: done is only what nobody has to do any more. */
async function hasMore(em: EntityManager, calendarId: number, moved: readonly Moved[]): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `(select 1 from clock where stopped_at is null and calendar_id < ? limit 1) union all (select 1 from (${MOVED} limit 1) moved)`,
    [calendarId, JSON.stringify(moved)],
  );
  return rows.length > 0;
}
