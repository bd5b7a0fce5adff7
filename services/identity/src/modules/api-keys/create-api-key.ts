import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Viewer } from '@lapor/viewer';
import { inTransaction } from '../../transaction.ts';
import { writeAudit } from '../audit/index.ts';
import { hashKey, KEY_SCOPES, newKey } from './key.ts';
import { canManageKeysOf } from './policy.ts';

export interface KeyDeps {
  database: Database;
  clock: Clock;
  keySecret: string;
}

export const createApiKeyInput = z.object({
  /** Whose key: an analyst's account. */
  accountId: z.string(),
  /** For people, to tell keys apart. */
  label: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(KEY_SCOPES)).min(1).default(['graph:read']),
  days: z.number().int().min(1).max(366),
});
export type CreateApiKeyInput = z.input<typeof createApiKeyInput>;

export type CreateApiKeyResult =
  { ok: true; id: string; key: string; expiresAt: Date } | { ok: false; code: 'INVALID_INPUT' | 'NOT_FOUND' };

/** Makes a key; this is the only time it is seen. Not allowed and no such analyst look alike. */
export async function createApiKey(
  deps: KeyDeps,
  input: CreateApiKeyInput,
  viewer: Viewer,
): Promise<CreateApiKeyResult> {
  const parsed = createApiKeyInput.safeParse(input);
  if (!parsed.success) return { ok: false, code: 'INVALID_INPUT' };
  if (!canManageKeysOf(viewer, parsed.data.accountId)) return { ok: false, code: 'NOT_FOUND' };
  const created = await issueKey(deps, parsed.data, viewer.accountId);
  return created ? { ok: true, ...created } : { ok: false, code: 'NOT_FOUND' };
}

/** Writes a key without asking who may; `undefined` when the account holds no analyst post. */
export async function issueKey(
  { database, clock, keySecret }: KeyDeps,
  { accountId, label, scopes, days }: z.output<typeof createApiKeyInput>,
  actorId: string | undefined,
): Promise<{ id: string; key: string; expiresAt: Date } | undefined> {
  const id = randomUUID();
  const key = newKey();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  return inTransaction(database.pool, async (client) => {
    const { rowCount } = await client.query({
      name: 'api-key-insert',
      text: `insert into api_key (id, account_id, label, key_hash, scopes, created_at, expires_at)
             select $1, a.id, $3, $4, $5, $6, $7 from account a
             where a.id = $2 and exists (select 1 from account_post p where p.account_id = a.id and p.role = 'ANALYST')`,
      values: [id, accountId, label, hashKey(keySecret, key), scopes, now, expiresAt],
    });
    if (!rowCount) return undefined;
    await writeAudit(client, { at: now, action: 'API_KEY_CREATED', accountId, actorId, detail: id });
    return { id, key, expiresAt };
  });
}
