import type { Database } from '@lapor/database';
import { REPORT_COLUMNS, type ReportRow } from '../report/index.ts';

const MOST_DUPLICATES = 50;

/** The duplicates of each master, the oldest first. */
export const findDuplicates = (database: Database, masterIds: readonly string[]) =>
  database.query<ReportRow & { master_id: string }>(
    'duplicates',
    `select d.* from unnest($1::uuid[]) as wanted (id) cross join lateral (
       select ${REPORT_COLUMNS} from report r where r.master_id = wanted.id order by r.submitted_at, r.id limit ${MOST_DUPLICATES}) d`,
    [masterIds],
  );

export const duplicatesOf = async (database: Database, masterId: string): Promise<string[]> =>
  (
    await database.query<{ id: string }>('duplicate-ids', 'select id from report where master_id = $1', [
      masterId,
    ])
  ).map(({ id }) => id);

export interface MasterChange {
  masterId: string;
  sequence: number;
}

/** Masters at which something happened that their duplicates have not followed yet. */
export const listMasterChanges = (database: Database, limit: number) =>
  database.query<MasterChange>(
    'master-changes',
    'select master_id as "masterId", sequence from master_change order by master_id limit $1',
    [limit],
  );

export const finishMasterChange = (database: Database, { masterId, sequence }: MasterChange) =>
  database.query(
    'master-change-finished',
    'delete from master_change where master_id = $1 and sequence = $2',
    [masterId, sequence],
  );
