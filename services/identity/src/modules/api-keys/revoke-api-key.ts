import type { Viewer } from '@lapor/viewer';
import { inTransaction } from '../../transaction.ts';
import { writeAudit } from '../audit/index.ts';
import type { KeyDeps } from './create-api-key.ts';
import { canManageKeysOf } from './policy.ts';

export type RevokeApiKeyResult = { ok: true } | { ok: false; code: 'NOT_FOUND' };

/** Ends a key at once and for good. Not allowed, unknown and already revoked look alike. */
export async function revokeApiKey(
  { database, clock }: KeyDeps,
  { keyId }: { keyId: string },
  viewer: Viewer,
): Promise<RevokeApiKeyResult> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(keyId)) return { ok: false, code: 'NOT_FOUND' };
  const [key] = await database.query<{ accountId: string }>(
    'api-key-owner',
    'select account_id as "accountId" from api_key where id = $1',
    [keyId],
  );
  if (!key || !canManageKeysOf(viewer, key.accountId)) return { ok: false, code: 'NOT_FOUND' };
  const at = clock.now();
  const { accountId } = key;
  return inTransaction(database.pool, async (client) => {
    const { rowCount } = await client.query(
      'update api_key set revoked_at = $2 where id = $1 and revoked_at is null',
      [keyId, at],
    );
    if (!rowCount) return { ok: false, code: 'NOT_FOUND' };
    await writeAudit(client, {
      at,
      action: 'API_KEY_REVOKED',
      accountId,
      actorId: viewer.accountId,
      detail: keyId,
    });
    return { ok: true };
  });
}
