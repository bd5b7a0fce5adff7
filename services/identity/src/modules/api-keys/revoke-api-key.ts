import type { Viewer } from '@lapor/viewer';
import { writeAudit } from '../audit/index.ts';
import type { KeyDeps } from './create-api-key.ts';
import { canManageKeysOf, type KeySubject } from './policy.ts';

export type RevokeApiKeyResult = { ok: true } | { ok: false; code: 'NOT_FOUND' };

/** Ends a key at once and for good. Not allowed, unknown and already revoked look alike. */
export async function revokeApiKey(
  { database, clock }: Pick<KeyDeps, 'database' | 'clock'>,
  { keyId }: { keyId: string },
  viewer: Viewer,
): Promise<RevokeApiKeyResult> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(keyId)) return { ok: false, code: 'NOT_FOUND' };
  const [key] = await database.query<KeySubject>(
    'api-key-owner',
    'select account_id as "accountId", organisation_id as "organisationId" from api_key where id = $1',
    [keyId],
  );
  if (!key || !canManageKeysOf(viewer, key)) return { ok: false, code: 'NOT_FOUND' };
  const at = clock.now();
  const { accountId } = key;
  return database.transaction(async (em): Promise<RevokeApiKeyResult> => {
    const revoked = await em.execute<unknown[]>(
      'update api_key set revoked_at = ? where id = ? and revoked_at is null returning id',
      [at, keyId],
    );
    if (revoked.length === 0) return { ok: false, code: 'NOT_FOUND' };
    const actorId = viewer.accountId;
    await writeAudit(em, { at, action: 'API_KEY_REVOKED', accountId, actorId, detail: keyId });
    return { ok: true };
  });
}
