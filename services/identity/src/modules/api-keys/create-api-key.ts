import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { KEY_SCOPES, type Viewer } from '@lapor/viewer';
import { writeAudit } from '../audit/index.ts';
import { isRunningAt } from './in-force.ts';
import { hashKey, newKey } from './key.ts';
import { areScopesFor, canManageKeysOf } from './policy.ts';

export interface KeyDeps {
  database: Database;
  clock: Clock;
  authSecret: string;
}

export const createApiKeyInput = z.object({
  /** The analyst whose key it is; of an organisation's key the officer who makes it, which is whoever asks. */
  accountId: z.string(),
  /** The organisation whose system will use it. */
  organisationId: z
    .string()
    .min(1)
    .max(100)
    .nullish()
    .transform((id) => id ?? null),
  /** For people, to tell keys apart. */
  label: z.string().trim().min(1).max(80),
  scopes: z
    .array(z.enum(KEY_SCOPES))
    .min(1)
    .default(['graph:read'])
    .transform((scopes) => [...new Set(scopes)]),
  days: z.number().int().min(1).max(366),
});
export type CreateApiKeyInput = z.input<typeof createApiKeyInput>;

export type CreateApiKeyResult =
  { ok: true; id: string; key: string; expiresAt: Date } | { ok: false; code: 'INVALID_INPUT' | 'NOT_FOUND' };

/** Makes a key; this is the only time it is seen. Not allowed and no such analyst or organisation look alike. */
export async function createApiKey(
  deps: KeyDeps,
  input: CreateApiKeyInput,
  viewer: Viewer,
): Promise<CreateApiKeyResult> {
  const parsed = createApiKeyInput.safeParse(input);
  if (!parsed.success || !areScopesFor(parsed.data.scopes, parsed.data.organisationId))
    return { ok: false, code: 'INVALID_INPUT' };
  const { data } = parsed;
  const isOwn = data.organisationId === null || data.accountId === viewer.accountId;
  if (!isOwn || !canManageKeysOf(viewer, data)) return { ok: false, code: 'NOT_FOUND' };
  const created = await issueKey(deps, data, viewer.accountId);
  return created ? { ok: true, ...created } : { ok: false, code: 'NOT_FOUND' };
}

/** Writes a key without asking who may; `undefined` when the account has no post that it could rest on. */
export async function issueKey(
  { database, clock, authSecret }: KeyDeps,
  { accountId, organisationId, label, scopes, days }: z.output<typeof createApiKeyInput>,
  actorId: string | undefined,
): Promise<{ id: string; key: string; expiresAt: Date } | undefined> {
  const id = randomUUID();
  const key = newKey();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  return database.transaction(async (em) => {
    const inserted = await em.execute<unknown[]>(
      `insert into api_key (id, account_id, organisation_id, label, key_hash, scopes, created_at, expires_at)
       select ?, a.id, ?, ?, ?, (select array_agg(s) from jsonb_array_elements_text(?::jsonb) s), ?, ? from account a
       where a.id = ? and (?::text is not null
         or exists (select 1 from account_post p where p.account_id = a.id and p.role = 'ANALYST' and ${isRunningAt('?')}))
       returning id`,
      [
        id,
        organisationId,
        label,
        hashKey(authSecret, key),
        JSON.stringify(scopes),
        now,
        expiresAt,
        accountId,
        organisationId,
        now,
        now,
      ],
    );
    if (inserted.length === 0) return undefined;
    await writeAudit(em, { at: now, action: 'API_KEY_CREATED', accountId, actorId, detail: id });
    return { id, key, expiresAt };
  });
}
