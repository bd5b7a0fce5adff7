import { randomUUID } from 'node:crypto';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Jobs } from '@lapor/jobs';
import { toE164 } from '@lapor/phone';
import { keyedHash, type Sealer } from '@lapor/sealing';
import { countSince, insertInbound, type InboundState, type Sender } from './repository.ts';

export const WORK_TASK = 'work-off-door';

export interface DoorDeps {
  database: Database;
  jobs: Jobs;
  sealer: Sealer;
  /** Keys of digests derive from it. */
  secret: string;
  clock: Clock;
}

/** A message as a provider hands it over. */
export interface Received {
  /** The provider's: a second message of the same id is dropped. */
  providerMessageId: string;
  from: string;
  text: string;
}

/** What became of it. */
export type TakenIn = { kind: 'TAKEN' } | { kind: 'KNOWN' } | { kind: 'FLOOD'; retryAfterSeconds: number };

/** More than anybody writes by hand. The provider keeps what is turned away and brings it again. */
const MOST_OF_A_SENDER = 60;
const WINDOW_SECONDS = 600;
const RETRY_SECONDS = 60;

/** Who wrote, as a keyed digest: equal for one number, and worthless without the key. */
export const senderOf = ({ secret }: Pick<DoorDeps, 'secret'>, door: string, number: string): Sender => ({
  door,
  digest: keyedHash(secret, `sender at ${door}`, number),
});

/** Keeps a message and wakes whoever works off the sender's; when this resolves it is durable. Nothing else happens while the provider waits. */
export async function takeIn(deps: DoorDeps, door: string, received: Received): Promise<TakenIn> {
  const { database, jobs, sealer, clock } = deps;
  const phone = toE164(received.from);
  const sender = senderOf(deps, door, phone ?? received.from.trim());
  const at = clock.now();
  const since = new Date(at.getTime() - WINDOW_SECONDS * 1_000);
  const { count, isKnown } = await countSince(database, sender, since, received.providerMessageId);
  if (isKnown) return { kind: 'KNOWN' };
  if (count >= MOST_OF_A_SENDER) return { kind: 'FLOOD', retryAfterSeconds: RETRY_SECONDS };
  const id = randomUUID();
  const { state, reason } = firstState(phone, received.from);
  const content = { phone: phone ?? received.from.trim(), text: readable(received.text) };
  const isNew = await database.transaction(async (em) => {
    const inserted = await insertInbound(em, sender, {
      id,
      providerMessageId: received.providerMessageId,
      sealed: state === 'REFUSED' ? null : sealer.seal(JSON.stringify(content), id),
      state,
      reason,
      at,
    });
    if (inserted && state === 'RECEIVED') await wake(jobs, em, sender);
    return inserted;
  });
  return { kind: isNew ? 'TAKEN' : 'KNOWN' };
}

/** One job per sender: what somebody wrote is read in its order. */
export const wake = (
  jobs: Jobs,
  em: Parameters<Jobs['enqueue']>[0],
  { door, digest }: Sender,
): Promise<void> => {
  const sender = digest.toString('hex');
  return jobs.enqueue(em, WORK_TASK, { door, sender }, { key: `${door} ${sender}` });
};

/** A name instead of a number is a sender of advertising, and answering it would begin a loop; a foreign number is somebody's. */
function firstState(phone: string | null, from: string): { state: InboundState; reason: string | null } {
  if (phone !== null) return { state: 'RECEIVED', reason: null };
  return /^\+?\d[\d\s.()-]{6,20}$/.test(from.trim())
    ? { state: 'WAITING_FOR_PERSON', reason: 'FOREIGN_NUMBER' }
    : { state: 'REFUSED', reason: 'NO_NUMBER' };
}

/** Without what no stored text has: control characters and halves of pairs. */
const readable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
