import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@lapor/clock';
import { isUniqueViolation, type Database } from '@lapor/database';
import { keyedHash, type Sealer } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import { recordAction } from '../desk/index.ts';
import type { FindOrganisation } from './find-organisation.ts';
import { findManaged } from './list.ts';
import { conflict, done, invalid, NOT_FOUND, type Outcome } from './outcome.ts';
import { canManage, reachOf } from './policy.ts';
import { readUrl, type UrlRules } from './read-url.ts';
import { asArray, disable, WEBHOOK_COLUMNS, type WebhookRow } from './repository.ts';
import { showWebhook, type ShownWebhook } from './show.ts';
import { newSecret } from './signature.ts';
import { EVENT_TYPES, WEBHOOK_STATES } from './vocabulary.ts';

export interface ManageDeps {
  database: Database;
  sealer: Sealer;
  /** Keys the digest of what was asked for. */
  secret: string;
  clock: Clock;
  rules: UrlRules;
  findOrganisation: FindOrganisation;
}

const MOST_OF_ORGANISATION = 20;
const BOTH_SECRETS_MILLISECONDS = 86_400_000;

const types = z
  .array(z.string().refine((type) => EVENT_TYPES.includes(type), 'One of the types that `GET` names'))
  .max(EVENT_TYPES.length)
  .transform((chosen) => [...new Set(chosen)].toSorted());
const label = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((text) => !/\p{Cc}/u.test(text), 'One line');

export const createInput = z.object({
  organisationId: z.string().min(1).max(200).nullable(),
  url: z.string().max(1_000),
  types: types.default([]),
  label,
  requestKey: z.uuid(),
});
export const changeInput = z
  .object({
    state: z.enum(WEBHOOK_STATES).optional(),
    url: z.string().max(1_000).optional(),
    types: types.optional(),
    label: label.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Nothing to change');
export const keyInput = z.object({ requestKey: z.uuid() });

const withCounts = (row: WebhookRow) => ({ ...row, waiting: 0, failed30Days: 0 });

/** Makes a webhook. The same request of the same account gives the same answer again. */
export async function createWebhook(
  deps: ManageDeps,
  viewer: Viewer,
  input: z.output<typeof createInput>,
): Promise<Outcome<{ webhook: ShownWebhook; secret: string }>> {
  const { organisationId, requestKey } = input;
  // Nobody without a webhook of their own to manage learns which organisations there are.
  if (!reachOf(viewer)) return NOT_FOUND;
  const organisation = organisationId === null ? null : await deps.findOrganisation(organisationId);
  if (organisationId !== null && !organisation) return NOT_FOUND;
  const path = organisation?.path ?? [];
  if (!canManage(viewer, { organisationId, path })) return NOT_FOUND;
  const read = readUrl(input.url, deps.rules);
  if ('fault' in read) return invalid([{ path: 'url', message: read.fault }]);
  const createdBy = viewer.accountId!;
  const digest = keyedHash(
    deps.secret,
    'webhook request',
    JSON.stringify([organisationId, read.url, input.types, input.label]),
  );
  const id = randomUUID();
  const secret = newSecret();
  const at = deps.clock.now();
  try {
    return await deps.database.transaction(async (em) => {
      const [of] = await em.execute<{ count: number }[]>(
        `select count(*)::int as count from webhook where organisation_id is not distinct from ?::text`,
        [organisationId],
      );
      const [earlier] = await em.execute<WebhookRow[]>(
        `select ${WEBHOOK_COLUMNS} from webhook w where w.created_by = ? and w.request_key = ?`,
        [createdBy, requestKey],
      );
      if (earlier) return again(deps, earlier, digest);
      if (of!.count >= MOST_OF_ORGANISATION)
        return conflict(`An organisation has ${MOST_OF_ORGANISATION} webhooks at most`);
      const [row] = await em.execute<WebhookRow[]>(
        `insert into webhook as w (id, organisation_id, organisation_path, organisation_name, label, url, event_types, state,
           created_by, created_at, request_key, request_digest, secret)
         values (?, ?, ?::text[], ?, ?, ?, ?::text[], 'ACTIVE', ?, ?, ?, ?, ?) returning ${WEBHOOK_COLUMNS}`,
        [
          id,
          organisationId,
          asArray(path),
          organisation?.name ?? null,
          input.label,
          read.url,
          asArray(input.types),
          createdBy,
          at.toISOString(),
          requestKey,
          digest,
          deps.sealer.seal(secret, id),
        ],
      );
      await recordAction(em, {
        at,
        accountId: createdBy,
        action: 'WEBHOOK_CREATED',
        subjectId: id,
        detail: organisationId ?? undefined,
      });
      return done({ webhook: showWebhook(withCounts(row!)), secret });
    });
  } catch (error) {
    // The same request at the same time.
    if (isUniqueViolation(error, 'webhook_created_by_request_key_key'))
      return createWebhook(deps, viewer, input);
    throw error;
  }
}

function again(
  { sealer }: ManageDeps,
  row: WebhookRow,
  digest: Buffer,
): Outcome<{ webhook: ShownWebhook; secret: string }> {
  if (!Buffer.from(row.requestDigest).equals(digest))
    return conflict('This requestKey was used for something else');
  // Who changed the secret since has been shown the new one.
  if (row.rotatedAt !== null) return conflict('This webhook was made before, and its secret changed since');
  return done({
    webhook: showWebhook(withCounts(row)),
    secret: sealer.open(row.secret, row.id).toString(),
  });
}

/** Changes what a webhook is told, where, and whether. Bringing one back begins with a clean slate. */
export async function changeWebhook(
  deps: ManageDeps,
  viewer: Viewer,
  id: string,
  change: z.output<typeof changeInput>,
): Promise<Outcome<ShownWebhook>> {
  const known = await findManaged(deps.database, viewer, id);
  if (!known) return NOT_FOUND;
  const read = change.url === undefined ? null : readUrl(change.url, deps.rules);
  if (read && 'fault' in read) return invalid([{ path: 'url', message: read.fault }]);
  const at = deps.clock.now();
  await deps.database.transaction(async (em) => {
    if (change.state === 'DISABLED') await disable(em, id, 'BY_HAND');
    else if (change.state)
      await em.execute(
        `update webhook set state = ?, disabled_reason = null, failures = 0, failing_since = null, resume_at = null where id = ?`,
        [change.state, id],
      );
    await em.execute(
      `update webhook set url = coalesce(?, url), label = coalesce(?, label), event_types = coalesce(?::text[], event_types) where id = ?`,
      [read?.url ?? null, change.label ?? null, change.types ? asArray(change.types) : null, id],
    );
    await recordAction(em, {
      at,
      accountId: viewer.accountId!,
      action: 'WEBHOOK_CHANGED',
      subjectId: id,
      // Which fields, and the state; an address may hold a secret of its owner.
      detail: Object.entries(change)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (name === 'state' ? `state ${String(value)}` : name))
        .join(', '),
    });
  });
  const changed = await findManaged(deps.database, viewer, id);
  return changed ? done(showWebhook(changed)) : NOT_FOUND;
}

/** Takes a webhook away with its log. */
export async function removeWebhook(deps: ManageDeps, viewer: Viewer, id: string): Promise<Outcome<null>> {
  if (!(await findManaged(deps.database, viewer, id))) return NOT_FOUND;
  const at = deps.clock.now();
  await deps.database.transaction(async (em) => {
    await em.execute('delete from webhook where id = ?', [id]);
    await recordAction(em, {
      at,
      accountId: viewer.accountId!,
      action: 'WEBHOOK_CHANGED',
      subjectId: id,
      detail: 'removed',
    });
  });
  return done(null);
}

/** Makes a new secret; for a day messages are signed with both, so that the receiver can change in its own time. */
export async function rotateSecret(
  deps: ManageDeps,
  viewer: Viewer,
  id: string,
  { requestKey }: z.output<typeof keyInput>,
): Promise<Outcome<{ secret: string; previousSecretUntil: string }>> {
  if (!(await findManaged(deps.database, viewer, id))) return NOT_FOUND;
  const at = deps.clock.now();
  return deps.database.transaction(
    async (em): Promise<Outcome<{ secret: string; previousSecretUntil: string }>> => {
      const [row] = await held(em, id);
      if (!row) return NOT_FOUND;
      if (row.rotationKey === requestKey && row.previousUntil)
        return done({
          secret: deps.sealer.open(row.secret, id).toString(),
          previousSecretUntil: new Date(row.previousUntil).toISOString(),
        });
      const secret = newSecret();
      const until = new Date(at.getTime() + BOTH_SECRETS_MILLISECONDS).toISOString();
      await em.execute(
        `update webhook set previous_secret = secret, previous_until = ?, secret = ?, rotated_at = ?, rotation_key = ? where id = ?`,
        [until, deps.sealer.seal(secret, id), at.toISOString(), requestKey, id],
      );
      await recordAction(em, {
        at,
        accountId: viewer.accountId!,
        action: 'WEBHOOK_SECRET_ROTATED',
        subjectId: id,
      });
      return done({ secret, previousSecretUntil: until });
    },
  );
}

const held = (em: EntityManager, id: string) =>
  em.execute<WebhookRow[]>(`select ${WEBHOOK_COLUMNS} from webhook w where w.id = ? for update`, [id]);
