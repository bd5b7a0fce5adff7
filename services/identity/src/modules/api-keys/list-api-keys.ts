import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { hasRole, isNationalDesk, organisationsOf, type KeyScope, type Viewer } from '@lapor/viewer';
import { dayOf } from '../sessions/index.ts';
import { isInForceAt } from './in-force.ts';
import type { KeyGate } from './key-gate.ts';

export interface ListedKey {
  id: string;
  label: string;
  scopes: KeyScope[];
  organisationId: string | null;
  accountId: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  isInForce: boolean;
  requestsToday: number;
  requestsLast30Days: number;
  lastUsedAt: Date | null;
}

const MOST = 200;

/** The keys that the viewer may manage, newest first, with their use; those of one organisation when it is named. */
export async function listApiKeys(
  { database, clock, keyGate }: { database: Database; clock: Clock; keyGate: KeyGate },
  viewer: Viewer,
  organisationId: string | undefined,
): Promise<ListedKey[]> {
  if (viewer.apiKey || viewer.accountId === undefined) return [];
  await keyGate.flush();
  const now = clock.now();
  return database.query<ListedKey>(
    'api-keys-managed',
    `select k.id, k.label, k.scopes, k.organisation_id as "organisationId", k.account_id as "accountId", k.created_at as "createdAt",
       k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt", ${isInForceAt('$1')} as "isInForce",
       coalesce(sum(u.requests) filter (where u.day = $2::date), 0)::bigint as "requestsToday",
       coalesce(sum(u.requests), 0)::bigint as "requestsLast30Days"
     from api_key k left join api_key_use u on u.key_id = k.id and u.day > $2::date - 30
     where ($3 or (k.organisation_id is null and $4 and k.account_id = $5) or k.organisation_id = any ($6))
       and ($7::text is null or k.organisation_id = $7)
     group by k.id order by k.created_at desc, k.id limit ${MOST}`,
    [
      now,
      dayOf(now),
      isNationalDesk(viewer),
      hasRole(viewer, 'ANALYST'),
      viewer.accountId,
      organisationsOf(viewer, 'AGENCY_ADMIN'),
      organisationId ?? null,
    ],
  );
}
