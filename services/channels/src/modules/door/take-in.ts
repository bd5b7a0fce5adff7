import { randomUUID } from 'node:crypto';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { EnqueueOptions, Jobs } from '@lapor/jobs';
import { keyedHash, type Sealer } from '@lapor/sealing';
import { insertFiles } from './files.ts';
import { sendAnswer } from '../delivery/index.ts';
import { countSince, FLOOD, insertInbound, type Sender } from './repository.ts';
import type { Content, Door, ToldFile } from './state.ts';
import { withoutRuns } from './without-runs.ts';

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
  mail?: Content['mail'];
  /** It was said in public, there. */
  postId?: string | undefined;
  files?: readonly ToldFile[];
  /** What a messenger tells of it besides. */
  names?: Content['names'];
  place?: Content['place'];
  /** Of a mail, what shows whose it is; messages with another, and without any, count apart. */
  proof?: string | undefined;
  /** Its provider brings nothing again, or holds up everybody while it does: what is too much is refused, and the sender told once. */
  isRefusedInFlood?: boolean | undefined;
  /** Why a person has to read it. */
  forPerson?: string | undefined;
  /** Why nobody reads it, and nothing of it is kept: an answering machine, a message of our own. */
  refused?: string | undefined;
}

/** What became of it. */
export type TakenIn = { kind: 'TAKEN' } | { kind: 'KNOWN' } | { kind: 'FLOOD'; retryAfterSeconds: number };

/** More than anybody writes by hand. The provider keeps what is turned away and brings it again. */
const MOST_OF_A_SENDER = 60;
const WINDOW_SECONDS = 600;
const RETRY_SECONDS = 60;
/** So long it is waited for the rest of an album, which comes in messages of their own. */
const ALBUM_MILLISECONDS = 4_000;
const TOO_MUCH =
  'LAPOR! Pesan Anda terlalu banyak dalam waktu singkat. Pesan terakhir tidak kami terima. Kirim lagi setelah 10 menit.';

/** Who wrote, as a keyed digest: equal for one address, and worthless without the key. */
export const senderOf = ({ secret }: Pick<DoorDeps, 'secret'>, door: string, address: string): Sender => ({
  door,
  digest: keyedHash(secret, `sender at ${door}`, address),
});

/** Keeps a message and wakes whoever works off the sender's; when this resolves it is durable. Nothing else happens while the provider waits. */
export async function takeIn(
  deps: DoorDeps,
  door: Pick<Door, 'channel' | 'way' | 'admit'>,
  received: Received,
): Promise<TakenIn> {
  const { database, jobs, sealer, clock } = deps;
  const admission = door.admit(received.from);
  const { address } = admission;
  const sender = senderOf(deps, door.channel, address);
  const at = clock.now();
  const since = new Date(at.getTime() - WINDOW_SECONDS * 1_000);
  const proof =
    received.proof === undefined ? null : keyedHash(deps.secret, 'proof of a sender', received.proof);
  const { count, isKnown } = await countSince(database, sender, {
    since,
    proof,
    providerMessageId: received.providerMessageId,
  });
  if (isKnown) return { kind: 'KNOWN' };
  const id = randomUUID();
  if (count >= MOST_OF_A_SENDER) {
    if (received.isRefusedInFlood) await refuse(deps, door, sender, { id, received, address, at });
    return { kind: 'FLOOD', retryAfterSeconds: RETRY_SECONDS };
  }
  const { state, reason } = firstState(admission, received);
  const content = contentOf(received, address);
  const came = state === 'REFUSED' ? [] : (received.files ?? []);
  const readAfter = received.names?.album ? new Date(at.getTime() + ALBUM_MILLISECONDS) : null;
  const isNew = await database.transaction(async (em) => {
    const inserted = await insertInbound(em, sender, {
      id,
      providerMessageId: received.providerMessageId,
      sealed: state === 'REFUSED' ? null : sealer.seal(JSON.stringify(content), id),
      state,
      reason,
      proof,
      readAfter,
      at,
    });
    if (inserted) await insertFiles(em, sealer, id, came);
    if (inserted && state === 'RECEIVED') await wake(jobs, em, sender, readAfter ? ALBUM_MILLISECONDS : 0);
    return inserted;
  });
  return { kind: isNew ? 'TAKEN' : 'KNOWN' };
}

function contentOf({ text, mail, postId, names, place }: Received, address: string): Content {
  return {
    address,
    text: readable(text),
    ...(mail ? { mail } : {}),
    ...(postId ? { postId } : {}),
    ...(names ? { names } : {}),
    ...(place ? { place: { ...place, words: readable(place.words) } } : {}),
  };
}

/** Notes a message that was too much, without its words. The first of an hour is answered. */
async function refuse(
  { database, jobs, sealer, clock }: DoorDeps,
  { way }: Pick<Door, 'way'>,
  sender: Sender,
  { id, received, address, at }: { id: string; received: Received; address: string; at: Date },
): Promise<void> {
  const { providerMessageId, postId } = received;
  const hour = at.toISOString().slice(0, 13);
  await database.transaction(async (em) => {
    const refused = { id, providerMessageId, sealed: null, state: 'REFUSED', reason: FLOOD, at } as const;
    const isNew = await insertInbound(em, sender, refused);
    // In public nothing is said of anybody.
    if (!isNew || postId) return;
    const name = `flood-${sender.door}-${sender.digest.toString('hex')}-${hour}`;
    await sendAnswer({ jobs, sealer, clock }, em, { id: name, way, to: address, text: TOO_MUCH });
  });
}

function firstState(
  { state, reason }: ReturnType<Door['admit']>,
  { forPerson, refused }: Received,
): Pick<ReturnType<Door['admit']>, 'state' | 'reason'> {
  if (refused !== undefined || state === 'REFUSED') return { state: 'REFUSED', reason: refused ?? reason };
  return forPerson === undefined ? { state, reason } : { state: 'WAITING_FOR_PERSON', reason: forPerson };
}

/** After what leaves: a flood of messages is not looked through for each that goes out. */
const READING_PRIORITY = 10;

/** One job per sender: what somebody wrote is read in its order. */
export const wake = (
  jobs: Jobs,
  em: Parameters<Jobs['enqueue']>[0],
  { door, digest }: Sender,
  inMilliseconds = 0,
  options: Pick<EnqueueOptions, 'keepsEarlier'> = {},
): Promise<void> => {
  const sender = digest.toString('hex');
  // By the queue's own clock, which is the machine's.
  const later = inMilliseconds > 0 ? { runAt: new Date(Date.now() + inMilliseconds) } : {};
  return jobs.enqueue(
    em,
    WORK_TASK,
    { door, sender },
    { key: `${door} ${sender}`, priority: READING_PRIORITY, ...later, ...options },
  );
};

/** Without what no stored text has: control characters and halves of pairs. */
const readable = (text: string): string =>
  withoutRuns(text.toWellFormed().replace(/[^\P{Cc}\n]/gu, ' ')).trim();
