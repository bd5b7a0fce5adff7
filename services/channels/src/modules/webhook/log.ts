import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { recordAction } from '../desk/index.ts';
import { testEnvelope } from './envelope.ts';
import { findManaged } from './list.ts';
import type { keyInput, ManageDeps } from './manage.ts';
import { conflict, done, NOT_FOUND, type Outcome } from './outcome.ts';
import { MESSAGE_COLUMNS, type MessageRow } from './repository.ts';
import { showMessage, type ShownMessage } from './show.ts';
import { TEST_TYPE } from './vocabulary.ts';

const NOT_ACTIVE = conflict('The webhook is paused or disabled');
const TESTS_AN_HOUR = 30;

export const messageId = z.string().regex(/^msg_[0-9a-f-]{36}$/);

/** Sends a message that says nothing, to try the way; the same request sends it once. */
export async function testWebhook(
  deps: ManageDeps & { publicUrl: string },
  viewer: Viewer,
  id: string,
  { requestKey }: z.output<typeof keyInput>,
): Promise<Outcome<{ messageId: string }>> {
  const webhook = await findManaged(deps.database, viewer, id);
  if (!webhook) return NOT_FOUND;
  if (webhook.state !== 'ACTIVE') return NOT_ACTIVE;
  const at = deps.clock.now();
  // The key names the message: the same request makes no second one.
  const message = `msg_${requestKey.toLowerCase()}`;
  return deps.database.transaction(async (em): Promise<Outcome<{ messageId: string }>> => {
    const [since] = await em.execute<{ count: number }[]>(
      `select count(*)::int as count from webhook_message where webhook_id = ? and type = ? and created_at > ?`,
      [id, TEST_TYPE, new Date(at.getTime() - 3_600_000).toISOString()],
    );
    const [known] = await em.execute<{ webhookId: string }[]>(
      `select webhook_id as "webhookId" from webhook_message where id = ?`,
      [message],
    );
    if (known)
      return known.webhookId === id
        ? done({ messageId: message })
        : conflict('This requestKey was used for something else');
    if (since!.count >= TESTS_AN_HOUR)
      return {
        ok: false,
        status: 429,
        code: 'TOO_MANY_REQUESTS',
        message: 'Too many tests; try again in an hour',
      };
    const now = at.toISOString();
    const inserted = await em.execute<unknown[]>(
      `insert into webhook_message (id, webhook_id, report_id, number, type, payload, state, created_at, due_since, next_at)
       values (?, ?, ?, null, ?, ?, 'WAITING', ?, ?, ?) on conflict (id) do nothing returning id`,
      [message, id, message, TEST_TYPE, testEnvelope(message, at, deps.publicUrl), now, now, now],
    );
    if (inserted.length > 0)
      await recordAction(em, { at, accountId: viewer.accountId!, action: 'WEBHOOK_TESTED', subjectId: id });
    return done({ messageId: message });
  });
}

/** Sends a message of the log again, under its own id: whoever has had it knows it. */
export async function replayMessage(
  deps: ManageDeps,
  viewer: Viewer,
  id: string,
): Promise<Outcome<ShownMessage>> {
  const [known] = await deps.database.query<{ webhookId: string }>(
    'webhook-of-message',
    'select webhook_id as "webhookId" from webhook_message where id = $1',
    [id],
  );
  const webhook = known && (await findManaged(deps.database, viewer, known.webhookId));
  if (!webhook) return NOT_FOUND;
  if (webhook.state !== 'ACTIVE') return NOT_ACTIVE;
  const at = deps.clock.now();
  return deps.database.transaction(async (em): Promise<Outcome<ShownMessage>> => {
    const now = at.toISOString();
    const [row] = await em.execute<MessageRow[]>(
      `update webhook_message m set state = 'WAITING', attempts = 0, last_error = null, last_status = null, next_at = ?, due_since = ?,
         delivered_at = null
       where m.id = ? and m.state <> 'WAITING' and not m.is_withdrawn returning ${MESSAGE_COLUMNS}`,
      [now, now, id],
    );
    if (!row) return conflict('The message waits already, or its report has become confidential');
    await recordAction(em, {
      at,
      accountId: viewer.accountId!,
      action: 'WEBHOOK_MESSAGE_REPLAYED',
      subjectId: webhook.id,
      detail: id,
    });
    return done(showMessage(row));
  });
}
