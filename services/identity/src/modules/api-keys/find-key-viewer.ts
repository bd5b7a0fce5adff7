import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { KeyScope, Post, Viewer } from '@lapor/viewer';
import { isInForceAt, isRunningAt } from './in-force.ts';
import { hashKey, looksLikeKey } from './key.ts';
import type { KeyGate } from './key-gate.ts';

interface Row {
  id: string;
  scopes: KeyScope[];
  accountId: string;
  organisationId: string | null;
  analystPosts: Post[] | null;
}

/**
 * Who asks with a key in force; `null` for any other. An analyst's key carries the analyst posts of its owner and no other one the owner
 * may hold; an organisation's stands for nobody but itself and reads as a liaison officer of that organisation.
 * @throws KeyLimitReached when it is used too often.
 */
export async function findKeyViewer(
  {
    database,
    clock,
    keyGate,
    authSecret,
  }: { database: Database; clock: Clock; keyGate: KeyGate; authSecret: string },
  key: string,
): Promise<Viewer | null> {
  if (!looksLikeKey(key)) return null;
  const hash = hashKey(authSecret, key);
  keyGate.check(hash);
  const [row] = await database.query<Row>(
    'api-key-viewer',
    `select k.id, k.scopes, k.account_id as "accountId", k.organisation_id as "organisationId",
       (select jsonb_agg(distinct jsonb_build_object('role', p.role, 'organisationId', p.organisation_id)) from account_post p
        where p.account_id = k.account_id and p.role = 'ANALYST' and ${isRunningAt('$2')}) as "analystPosts"
     from api_key k where k.key_hash = $1 and ${isInForceAt('$2')}`,
    [hash, clock.now()],
  );
  if (!row) return null;
  keyGate.count(hash, row.id);
  const { id, scopes, accountId, organisationId, analystPosts } = row;
  const apiKey = { id, scopes };
  if (organisationId === null)
    return { kind: 'officer', accountId, posts: analystPosts ?? [], reportGrants: [], apiKey };
  const posts: Post[] = scopes.includes('reports:read') ? [{ role: 'LIAISON_OFFICER', organisationId }] : [];
  return { kind: 'officer', accountId: `key:${id}`, posts, reportGrants: [], apiKey };
}
