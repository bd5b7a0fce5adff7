import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { SendError } from './send.ts';
import type { DisabledReason, MessageState, WebhookState } from './vocabulary.ts';

export interface WebhookRow extends Record<string, unknown> {
  id: string;
  organisationId: string | null;
  organisationPath: string[];
  organisationName: string | null;
  label: string;
  url: string;
  types: string[];
  state: WebhookState;
  disabledReason: DisabledReason | null;
  createdBy: string;
  createdAt: Date;
  requestDigest: Buffer;
  secret: Buffer;
  previousSecret: Buffer | null;
  previousUntil: Date | null;
  rotatedAt: Date | null;
  rotationKey: string | null;
  failures: number;
  failingSince: Date | null;
  resumeAt: Date | null;
  lastDeliveredAt: Date | null;
}

export const WEBHOOK_COLUMNS = `w.id, w.organisation_id as "organisationId", w.organisation_path as "organisationPath",
  w.organisation_name as "organisationName", w.label, w.url, w.event_types as types, w.state, w.disabled_reason as "disabledReason",
  w.created_by as "createdBy", w.created_at as "createdAt", w.request_digest as "requestDigest", w.secret,
  w.previous_secret as "previousSecret", w.previous_until as "previousUntil", w.rotated_at as "rotatedAt", w.rotation_key as "rotationKey",
  w.failures, w.failing_since as "failingSince", w.resume_at as "resumeAt", w.last_delivered_at as "lastDeliveredAt"`;

export interface MessageRow extends Record<string, unknown> {
  id: string;
  webhookId: string;
  reportId: string;
  number: string | null;
  type: string;
  payload: string;
  state: MessageState;
  attempts: number;
  lastStatus: number | null;
  lastError: SendError | 'EXPIRED' | 'DISABLED' | 'WITHDRAWN' | null;
  createdAt: Date;
  dueSince: Date;
  nextAt: Date | null;
  deliveredAt: Date | null;
  position: number;
}

export const MESSAGE_COLUMNS = `m.id, m.webhook_id as "webhookId", m.report_id as "reportId", m.number, m.type, m.payload, m.state, m.attempts,
  m.last_status as "lastStatus", m.last_error as "lastError", m.created_at as "createdAt", m.due_since as "dueSince", m.next_at as "nextAt",
  m.delivered_at as "deliveredAt", m.position`;

/** Text of an array for PostgreSQL, for statements of the entity manager. */
export const asArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

/** What waits first of each report: only that may be sent, so that a report's messages come in their order. */
const IS_HEAD = `not exists (select 1 from webhook_message e where e.webhook_id = m.webhook_id and e.report_id = m.report_id
  and e.state = 'WAITING' and e.position < m.position)`;

/** Takes webhooks that have something to send, until the lease ends; nobody else sends to them meanwhile. */
export async function claimDue(
  database: Database,
  now: Date,
  leasedUntil: Date,
  most: number,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'webhooks-claim',
    `update webhook set busy_until = $2 where id in (
       select w.id from webhook w
       where w.state = 'ACTIVE' and (w.busy_until is null or w.busy_until <= $1) and (w.resume_at is null or w.resume_at <= $1)
         and exists (select 1 from webhook_message m where m.webhook_id = w.id and m.state = 'WAITING' and m.next_at <= $1 and ${IS_HEAD})
       order by w.id limit $3 for update skip locked)
     returning id`,
    [now, leasedUntil, most],
  );
  return rows.map(({ id }) => id);
}

/** Reads a webhook that was claimed as it stands now, and holds it longer; `undefined`: it is not to be sent to any more, or somebody else has it. */
export async function renewLease(
  database: Database,
  id: string,
  held: Date,
  leasedUntil: Date,
): Promise<WebhookRow | undefined> {
  const [row] = await database.query<WebhookRow>(
    'webhook-renew',
    `update webhook w set busy_until = $3 where w.id = $1 and w.busy_until = $2 and w.state = 'ACTIVE' returning ${WEBHOOK_COLUMNS}`,
    [id, held, leasedUntil],
  );
  return row;
}

/** Gives the own lease back; one that ended meanwhile may be somebody else's, and stays. */
export async function releaseLease(database: Database, id: string, held: Date): Promise<void> {
  await database.query(
    'webhook-release',
    'update webhook set busy_until = null where id = $1 and busy_until = $2',
    [id, held],
  );
}

/** The messages that may be sent now: of each report the first, oldest first. */
export const dueHeads = (
  database: Database,
  webhookId: string,
  now: Date,
  most: number,
): Promise<MessageRow[]> =>
  database.query<MessageRow>(
    'webhook-due',
    `select ${MESSAGE_COLUMNS} from webhook_message m
     where m.webhook_id = $1 and m.state = 'WAITING' and m.next_at <= $2 and ${IS_HEAD}
     order by m.position limit $3`,
    [webhookId, now, most],
  );

/**
 * It arrived; what waited for the receiver to come back goes at once. Whoever changes a webhook and its messages holds the webhook first
 * (of several the one with the lowest id), then the messages: lanes, and what is withdrawn, never wait for each other.
 */
export async function noteDelivered(
  em: EntityManager,
  { id, webhookId }: MessageRow,
  status: number,
  at: Date,
): Promise<void> {
  const now = at.toISOString();
  const [before] = await em.execute<{ away: boolean }[]>(
    'select failures > 0 as away from webhook where id = ? for update',
    [webhookId],
  );
  await em.execute(
    `update webhook_message set state = 'DELIVERED', attempts = attempts + 1, last_status = ?, last_error = null, next_at = null,
       delivered_at = ? where id = ? and state = 'WAITING'`,
    [status, now, id],
  );
  await em.execute(
    'update webhook set failures = 0, failing_since = null, resume_at = null, last_delivered_at = ? where id = ?',
    [now, webhookId],
  );
  if (before?.away)
    await em.execute(
      `update webhook_message set next_at = ? where webhook_id = ? and state = 'WAITING' and next_at > ?`,
      [now, webhookId, now],
    );
}

export interface Failure {
  status: number | null;
  error: SendError;
  at: Date;
  /** `null`: it is not tried again. */
  nextAt: Date | null;
  /** Until when the receiver is left alone; `null`: the others go on. */
  resumeAt: Date | null;
}

/** It did not arrive. Returns since when the receiver is away; `null`: it is there, and refused this one. */
export async function noteFailed(
  em: EntityManager,
  { id, webhookId }: MessageRow,
  { status, error, at, nextAt, resumeAt }: Failure,
): Promise<Date | null> {
  await em.execute('select 1 from webhook where id = ? for update', [webhookId]);
  await em.execute(
    `update webhook_message set attempts = attempts + 1, last_status = ?, last_error = ?, next_at = ?,
       state = case when ?::timestamptz is null then 'FAILED' else state end where id = ? and state = 'WAITING'`,
    [status, error, nextAt?.toISOString() ?? null, nextAt?.toISOString() ?? null, id],
  );
  const [row] = await em.execute<{ since: Date | null }[]>(
    `update webhook set failing_since = case when ?::timestamptz is null then failing_since else coalesce(failing_since, ?::timestamptz) end,
       failures = case when ?::timestamptz is null then failures else failures + 1 end,
       resume_at = coalesce(?::timestamptz, resume_at) where id = ? returning failing_since as since`,
    [
      resumeAt?.toISOString() ?? null,
      at.toISOString(),
      resumeAt?.toISOString() ?? null,
      resumeAt?.toISOString() ?? null,
      webhookId,
    ],
  );
  return row?.since ? new Date(row.since) : null;
}

/** Where nothing waits any more nobody knows whether the receiver is still away: the next message begins the count anew. */
export async function forgetAway(em: EntityManager, webhookId: string): Promise<void> {
  await em.execute(
    `update webhook w set failing_since = null where w.id = ?
       and not exists (select 1 from webhook_message m where m.webhook_id = w.id and m.state = 'WAITING')`,
    [webhookId],
  );
}

/** Gives up what has waited for too long. */
export async function expire(em: EntityManager, webhookId: string, dueBefore: Date): Promise<void> {
  await em.execute(
    `update webhook_message set state = 'FAILED', last_error = coalesce(last_error, 'EXPIRED'), next_at = null
     where webhook_id = ? and state = 'WAITING' and due_since < ?`,
    [webhookId, dueBefore.toISOString()],
  );
}

/** Ends a webhook until somebody brings it back; `false`: it had ended. */
export async function disable(
  em: EntityManager,
  webhookId: string,
  reason: DisabledReason,
): Promise<boolean> {
  const ended = await em.execute<unknown[]>(
    `update webhook set state = 'DISABLED', disabled_reason = ?, resume_at = null where id = ? and state <> 'DISABLED' returning id`,
    [reason, webhookId],
  );
  await em.execute(
    `update webhook_message set state = 'FAILED', last_error = coalesce(last_error, 'DISABLED'), next_at = null
     where webhook_id = ? and state = 'WAITING'`,
    [webhookId],
  );
  return ended.length > 0;
}

/** Lets go of what is older than the log goes back, and of messages that waited too long with those that nobody sends to. */
export async function clean(
  database: Database,
  times: { logFrom: Date; triedFrom: Date; endedFrom: Date; now: Date },
): Promise<void> {
  await database.query(
    'webhook-messages-expire',
    `update webhook_message set state = 'FAILED', last_error = coalesce(last_error, 'EXPIRED'), next_at = null
     where state = 'WAITING' and due_since < $1 and webhook_id in (select id from webhook where state <> 'ACTIVE')`,
    [times.triedFrom],
  );
  await database.query(
    'webhook-messages-forget',
    `delete from webhook_message where created_at < $1 and state <> 'WAITING'`,
    [times.logFrom],
  );
  await database.query(
    'webhook-reports-forget',
    'delete from webhook_report where has_ended and told_at < $1',
    [times.endedFrom],
  );
  await database.query(
    'webhook-secrets-forget',
    'update webhook set previous_secret = null, previous_until = null where previous_until < $1',
    [times.now],
  );
}

export async function countWebhooks(
  database: Database,
  failedSince: Date,
): Promise<{ waiting: number; failed: number; oldestAt: Date | null }> {
  const [row] = await database.query<{ waiting: number; failed: number; oldest: Date | null }>(
    'webhooks-waiting',
    `select (select count(*)::int from webhook_message where state = 'WAITING') as waiting,
       (select count(*)::int from webhook where state = 'DISABLED' and disabled_reason <> 'BY_HAND')
         + (select count(*)::int from webhook_message where created_at > $1 and state = 'FAILED') as failed,
       (select min(due_since) from webhook_message where state = 'WAITING') as oldest`,
    [failedSince],
  );
  return { waiting: row!.waiting, failed: row!.failed, oldestAt: row!.oldest && new Date(row!.oldest) };
}
