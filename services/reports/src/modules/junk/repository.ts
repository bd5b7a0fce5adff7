import type { Database } from '@lapor/database';
import type { After } from '../report/index.ts';
import type { JunkReason } from './suspicion.ts';

export interface JunkGroupRow {
  id: string;
  reason: JunkReason;
  opened_at: Date;
  newest_at: Date;
  count: number;
  report_ids: string[];
}

/** What is still to be decided: marked, not released, not ended. */
const OPEN_MARKS = `from junk_mark m join report r on r.id = m.report_id
  where m.group_id = g.id and m.released_at is null and r.state in ('SUBMITTED', 'POSTPONED')`;
/** What was not decided for so long is found in the queue. */
const DAYS = 90;
const SHOWN = 10;
const COUNTED = 1_000;

/** Groups with something to decide, the newest first, one more than asked for. */
export const listJunkGroups = (database: Database, now: Date, after: After | null, limit: number) =>
  database.query<JunkGroupRow>(
    after ? 'junk-groups-after' : 'junk-groups',
    `select g.id, g.reason, g.opened_at, g.newest_at,
       (select count(*) from (select 1 ${OPEN_MARKS} limit ${COUNTED}) c) as count,
       array(select m.report_id ${OPEN_MARKS} order by m.at, m.report_id limit ${SHOWN})::text[] as report_ids
     from junk_group g where g.newest_at > $2 and exists (select 1 ${OPEN_MARKS})
     ${after ? 'and (g.newest_at, g.id) < ($3, $4::uuid)' : ''} order by g.newest_at desc, g.id desc limit $1`,
    [limit, new Date(now.getTime() - DAYS * 86_400_000), ...(after ? [after.at, after.id] : [])],
  );

/** Reports of a group that are still to be decided, the oldest first. */
export const findReportsOfGroup = async (database: Database, groupId: string, limit: number) =>
  (
    await database.query<{ id: string }>(
      'junk-of-group',
      `select m.report_id as id from junk_group g cross join lateral (select m.report_id, m.at ${OPEN_MARKS}) m
       where g.id = $1 order by m.at, m.report_id limit $2`,
      [groupId, limit],
    )
  ).map(({ id }) => id);

export interface JunkMarkRow {
  report_id: string;
  reason: JunkReason;
}

/** Why reports are suspected now. */
export const findJunkMarks = (database: Database, reportIds: readonly string[]) =>
  database.query<JunkMarkRow>(
    'junk-marks',
    `select m.report_id, g.reason from junk_mark m join junk_group g on g.id = m.group_id
     where m.report_id = any($1::uuid[]) and m.released_at is null`,
    [reportIds],
  );
