import type { Post } from '@lapor/viewer';
import type { KeyDeps } from './create-api-key.ts';
import { hashKey, looksLikeKey } from './key.ts';

/**
 * The analyst behind a key in force. A key carries the analyst posts of its owner and no other one the owner may hold.
 * Notes the use at most once a minute, in the same statement.
 */
export async function findKeyAccount(
  { database, clock, keySecret }: KeyDeps,
  key: string,
): Promise<{ accountId: string; posts: Post[] } | undefined> {
  if (!looksLikeKey(key)) return undefined;
  const [row] = await database.query<{ accountId: string; posts: Post[] }>(
    'api-key-viewer',
    `with used as (
       update api_key set last_used_at = $2
       where key_hash = $1 and revoked_at is null and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')
     )
     select k.account_id as "accountId",
       jsonb_agg(jsonb_build_object('role', p.role, 'organisationId', p.organisation_id) order by p.organisation_id) as posts
     from api_key k join account_post p on p.account_id = k.account_id and p.role = 'ANALYST'
     where k.key_hash = $1 and k.revoked_at is null and k.expires_at > $2 and 'graph:read' = any (k.scopes)
     group by k.account_id`,
    [hashKey(keySecret, key), clock.now()],
  );
  return row;
}
