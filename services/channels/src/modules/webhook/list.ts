import { z } from 'zod';
import type { Database } from '@lapor/database';
import type { Viewer } from '@lapor/viewer';
import { done, NOT_FOUND, type Outcome } from './outcome.ts';
import { canManage, reachOf } from './policy.ts';
import { MESSAGE_COLUMNS, WEBHOOK_COLUMNS, type MessageRow } from './repository.ts';
import {
  showMessage,
  showWebhook,
  type CountedWebhook,
  type ShownMessage,
  type ShownWebhook,
} from './show.ts';
import { EVENT_TYPES, MESSAGE_STATES } from './vocabulary.ts';

const COUNTED = `${WEBHOOK_COLUMNS},
  (select count(*)::int from webhook_message m where m.webhook_id = w.id and m.state = 'WAITING') as waiting,
  (select count(*)::int from webhook_message m where m.webhook_id = w.id and m.state = 'FAILED') as "failed30Days"`;

export const webhookFilter = z.object({
  organisation: z.string().min(1).max(200).optional(),
  /** `next` of the page before. */
  after: z.uuid().optional(),
  first: z.coerce.number().int().min(1).max(100).default(50),
});

/** The webhooks that the viewer may manage, by id. */
export async function listWebhooks(
  database: Database,
  viewer: Viewer,
  { organisation, after, first }: z.output<typeof webhookFilter>,
): Promise<Outcome<{ webhooks: ShownWebhook[]; types: readonly string[]; next: string | null }>> {
  const reach = reachOf(viewer);
  if (!reach) return NOT_FOUND;
  const rows = await database.query<CountedWebhook>(
    'webhooks-managed',
    `select ${COUNTED} from webhook w
     where ($1 or w.organisation_path && $2::text[] or w.organisation_id = any ($3::text[]))
       and ($4::text is null or w.organisation_id = $4) and ($5::uuid is null or w.id > $5)
     order by w.id limit $6`,
    [
      reach.kind === 'ALL',
      reach.kind === 'SUBTREES' ? reach.roots : [],
      reach.kind === 'OWN' ? reach.ids : [],
      organisation ?? null,
      after ?? null,
      first + 1,
    ],
  );
  const webhooks = rows.slice(0, first).map(showWebhook);
  return done({ webhooks, types: EVENT_TYPES, next: rows.length > first ? webhooks.at(-1)!.id : null });
}

/** A webhook, if the viewer may manage it; not allowed and not there look alike. */
export async function findManaged(
  database: Database,
  viewer: Viewer,
  id: string,
): Promise<CountedWebhook | null> {
  if (!reachOf(viewer)) return null;
  const [row] = await database.query<CountedWebhook>(
    'webhook-by-id',
    `select ${COUNTED} from webhook w where w.id = $1`,
    [id],
  );
  const subject = row && { organisationId: row.organisationId, path: row.organisationPath };
  return subject && canManage(viewer, subject) ? row : null;
}

export const messageFilter = z.object({
  state: z.enum(MESSAGE_STATES).optional(),
  after: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  first: z.coerce.number().int().min(1).max(100).default(50),
});

/** What a webhook was told in the last 30 days, newest first. */
export async function listMessages(
  database: Database,
  viewer: Viewer,
  id: string,
  { state, after, first }: z.output<typeof messageFilter>,
): Promise<Outcome<{ messages: ShownMessage[]; next: string | null }>> {
  const webhook = await findManaged(database, viewer, id);
  if (!webhook) return NOT_FOUND;
  const rows = await database.query<MessageRow>(
    'webhook-log',
    `select ${MESSAGE_COLUMNS} from webhook_message m
     where m.webhook_id = $1 and ($2::text is null or m.state = $2) and ($3::bigint is null or m.position < $3)
     order by m.position desc limit $4`,
    [id, state ?? null, after ?? null, first + 1],
  );
  const page = rows.slice(0, first);
  return done({
    messages: page.map(showMessage),
    next: rows.length > first ? String(page.at(-1)!.position) : null,
  });
}
