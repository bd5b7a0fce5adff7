import type { Database } from '@lapor/database';

export interface FollowRow {
  id: string;
  report_id: string | null;
  region_code: string | null;
  category_id: string | null;
  followed_at: Date;
}

const COLUMNS = 'id, report_id, region_code, category_id, followed_at';

/** What an account follows, the newest first; as many as it may. */
export const findFollows = (database: Database, hash: Buffer) =>
  database.query<FollowRow>(
    'follows-of-account',
    `select ${COLUMNS} from follow where follower_hash = $1 order by followed_at desc, id desc`,
    [hash],
  );

/** Which of the reports an account follows. */
export const findFollowed = (database: Database, hash: Buffer, reportIds: readonly string[]) =>
  database.query<{ report_id: string }>(
    'followed-reports',
    'select report_id from follow where follower_hash = $1 and report_id = any($2::uuid[])',
    [hash, reportIds],
  );
