import type { EntityManager } from '@mikro-orm/postgresql';
import type { PostRole, Viewer } from '@lapor/viewer';
import { textArray } from '../organisation/index.ts';

interface OfficerRow {
  id: string;
  is_suspended: boolean;
  posts: { role: PostRole; organisationId: string; from: string; until: string | null }[];
}

/** Officers by id as the policy would meet them now, with the posts in force; whoever is unknown or suspended is left out. */
export async function findOfficers(
  em: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Viewer>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<OfficerRow[]>(
    'select id, is_suspended, posts from officer where id = any(?::text[])',
    [textArray(ids)],
  );
  return new Map(rows.filter((row) => !row.is_suspended).map((row) => [row.id, toViewer(row, now)]));
}

const toViewer = ({ id, posts }: OfficerRow, now: Date): Viewer => ({
  kind: 'officer',
  accountId: id,
  posts: posts
    .filter(({ from, until }) => new Date(from) <= now && (until === null || new Date(until) > now))
    .map(({ role, organisationId }) => ({ role, organisationId })),
  reportGrants: [],
});
