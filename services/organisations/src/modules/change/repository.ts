import type { Database } from '@lapor/database';
import type { ChangeKind, ChangeState, Fact } from './vocabulary.ts';

export type ChangeRow = {
  id: number;
  organisation_id: string;
  kind: ChangeKind;
  state: ChangeState;
  effective_on: string;
  recorded_at: Date;
  actor_id: string | null;
  reason: string | null;
  decree: string | null;
  facts: Fact[];
  failure: string | null;
};

const columns =
  'c.id, c.organisation_id, c.kind, c.state, c.effective_on, c.recorded_at, c.actor_id, c.reason, c.decree, c.facts, c.failure';

export async function findChange(database: Database, id: string): Promise<ChangeRow | null> {
  const [row] = await database.query<ChangeRow>(
    'organisation-change',
    `select ${columns} from organisation_change c where c.id = $1::bigint`,
    [id],
  );
  return row ?? null;
}

/** For each organisation what happened to it after a position, the newest first; what waits for its day is not there. */
export function listChanges(
  database: Database,
  organisationIds: readonly string[],
  { after, limit }: { after: number | null; limit: number },
): Promise<ChangeRow[]> {
  return database.query(
    'organisation-changes',
    `select ${columns} from unnest($1::text[]) as o (id) cross join lateral (
       select * from organisation_change c
       where c.organisation_id = o.id and c.state <> 'SCHEDULED' and ($2::bigint is null or c.id < $2)
       order by c.id desc limit $3
     ) c order by c.organisation_id, c.id desc`,
    [organisationIds, after, limit],
  );
}

/** What waits for its day, the earliest first. */
export function listScheduledChanges(
  database: Database,
  organisationIds: readonly string[],
): Promise<ChangeRow[]> {
  return database.query(
    'organisation-scheduled-changes',
    `select ${columns} from organisation_change c
     where c.organisation_id = any($1) and c.state = 'SCHEDULED' order by c.due_at, c.id`,
    [organisationIds],
  );
}
