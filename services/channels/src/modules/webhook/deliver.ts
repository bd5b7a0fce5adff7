import type { Clock } from '@lapor/clock';
import { unhurried, type Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import type { Sealer } from '@lapor/sealing';
import type { Dispatcher } from 'undici';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  FAILING_FOR_MILLISECONDS,
  pauseOfMessage,
  restOfReceiver,
  TRIED_FOR_MILLISECONDS,
} from './backoff.ts';
import {
  claimDue,
  disable,
  dueHeads,
  expire,
  forgetAway,
  noteDelivered,
  noteFailed,
  releaseLease,
  renewLease,
  type MessageRow,
  type WebhookRow,
} from './repository.ts';
import { send, type Sent } from './send.ts';
import { signedHeaders } from './signature.ts';

export interface DeliverDeps {
  database: Database;
  sealer: Sealer;
  clock: Clock;
  logger: Logger;
  /** Where requests leave: it refuses addresses of our own networks. */
  dispatcher: Dispatcher;
  timeoutMilliseconds: number;
  /** In [0, 1); for the spread of pauses. */
  random: () => number;
  /** Tells whoever made the webhook that it has ended. */
  tellDisabled: (
    em: EntityManager,
    webhook: WebhookRow,
    reason: 'GONE' | 'FAILING',
    at: Date,
  ) => Promise<void>;
}

const AT_ONCE = 4;
const MOST_WEBHOOKS = 200;
/** Longer than a round of requests; a process that dies lets go of a receiver by it. */
const LEASE_MILLISECONDS = 60_000;
/** Then another round of looking, so that no lane is held for ever. */
const MOST_ROUNDS = 250;

/** Claims the webhooks that have something to send; each is a lane of its own, so that a slow one holds up nobody. */
export async function claimLanes(deps: DeliverDeps, signal: AbortSignal): Promise<(() => Promise<number>)[]> {
  const now = deps.clock.now();
  const leasedUntil = new Date(now.getTime() + LEASE_MILLISECONDS);
  const ids = await unhurried(() => claimDue(deps.database, now, leasedUntil, MOST_WEBHOOKS));
  return ids.map((id) => () => unhurried(() => runLane(deps, id, leasedUntil, signal)));
}

/** Sends what a webhook has, in the order of each report, until it is stopped; returns how many tries were made. */
async function runLane(
  deps: DeliverDeps,
  id: string,
  leasedUntil: Date,
  signal: AbortSignal,
): Promise<number> {
  const { database, clock, logger } = deps;
  let tries = 0;
  let held = leasedUntil;
  try {
    for (let round = 0; round < MOST_ROUNDS && !signal.aborted; round++) {
      const now = clock.now();
      const until = new Date(now.getTime() + LEASE_MILLISECONDS);
      const webhook = await renewLease(database, id, held, until);
      if (!webhook) break;
      held = until;
      // Whoever did not answer is asked with one message before the others follow.
      const heads = await dueHeads(database, id, now, webhook.failures > 0 ? 1 : AT_ONCE);
      if (heads.length === 0) break;
      const goesOn = await Promise.all(heads.map((message) => sendOne(deps, webhook, message)));
      tries += heads.length;
      if (!goesOn.every(Boolean)) break;
    }
  } catch (error) {
    logger.warn({ err: error, webhookId: id }, 'A webhook could not be served; it is tried again');
  } finally {
    // A lease that cannot be given back ends by itself.
    await releaseLease(database, id, held).catch(() => {});
  }
  return tries;
}

/** `false`: the receiver is to be left alone for now. */
async function sendOne(deps: DeliverDeps, webhook: WebhookRow, message: MessageRow): Promise<boolean> {
  const { database, clock, dispatcher, timeoutMilliseconds } = deps;
  const { id, payload } = message;
  const headers = signedHeaders(secretsOf(deps, webhook), id, clock.now(), payload);
  const sent = await send(dispatcher, { url: webhook.url, headers, payload }, timeoutMilliseconds);
  return database.transaction((em) => note(deps, em, webhook, message, sent));
}

async function note(
  deps: DeliverDeps,
  em: EntityManager,
  webhook: WebhookRow,
  message: MessageRow,
  sent: Sent,
): Promise<boolean> {
  const at = deps.clock.now();
  if (sent.kind === 'TAKEN') {
    await noteDelivered(em, message, sent.status, at);
    return true;
  }
  if (sent.kind === 'GONE') {
    await noteFailed(em, message, { status: 410, error: 'HTTP', at, nextAt: null, resumeAt: null });
    await end(deps, em, webhook, 'GONE', at);
    return false;
  }
  const { status, error } = sent;
  const asked = sent.kind === 'AWAY' ? Math.min(sent.retryAfterSeconds ?? 0, 3_600) * 1_000 : 0;
  // The last try is at the very end, however long the pause before it would be.
  const lastTryAt = new Date(message.dueSince).getTime() + TRIED_FOR_MILLISECONDS;
  const isOver = at.getTime() >= lastTryAt;
  const pause = Math.max(asked, pauseOfMessage(message.attempts + 1, deps.random()));
  const rest = Math.max(asked, restOfReceiver(webhook.failures + 1, deps.random()));
  const since = await noteFailed(em, message, {
    status,
    error,
    at,
    nextAt: isOver ? null : new Date(Math.min(at.getTime() + pause, lastTryAt)),
    resumeAt: sent.kind === 'AWAY' ? new Date(at.getTime() + rest) : null,
  });
  if (sent.kind === 'AWAY') await expire(em, webhook.id, new Date(at.getTime() - TRIED_FOR_MILLISECONDS));
  if (sent.kind === 'AWAY' && since && at.getTime() - since.getTime() >= FAILING_FOR_MILLISECONDS) {
    await end(deps, em, webhook, 'FAILING', at);
    return false;
  }
  if (isOver) await forgetAway(em, webhook.id);
  return sent.kind !== 'AWAY';
}

async function end(
  { logger, tellDisabled }: DeliverDeps,
  em: EntityManager,
  webhook: WebhookRow,
  reason: 'GONE' | 'FAILING',
  at: Date,
): Promise<void> {
  if (!(await disable(em, webhook.id, reason))) return;
  await tellDisabled(em, webhook, reason, at);
  logger.warn({ webhookId: webhook.id, reason }, 'A webhook was disabled');
}

/** The newest first; one that was replaced is good for a day. */
function secretsOf({ sealer, clock }: DeliverDeps, webhook: WebhookRow): string[] {
  const { id, secret, previousSecret, previousUntil } = webhook;
  const isGood = previousSecret && previousUntil && new Date(previousUntil) > clock.now();
  return [secret, ...(isGood ? [previousSecret] : [])].map((sealed) => sealer.open(sealed, id).toString());
}
