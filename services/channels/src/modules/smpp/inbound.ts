import { createHash } from 'node:crypto';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { keyedHash, type Sealer } from '@lapor/sealing';
import type { Receipt } from '../delivery/index.ts';
import type { Received, TakenIn } from '../door/index.ts';
import type { SmppAddress } from './address.ts';
import { forgetHeard, hear, noteDone } from './heard.ts';
import { forgetSet, joinSet, keepPart, setsDue, type JoinedMessage } from './parts.ts';
import { readDelivered, textOf, TooShort, type Delivered } from './read-delivered.ts';
import { readReceipt } from './read-receipt.ts';
import type { Request } from './session.ts';
import { STATUS } from './status.ts';

export interface InboundDeps {
  database: Database;
  sealer: Sealer;
  /** Keys of digests derive from it. */
  secret: string;
  clock: Clock;
  logger: Logger;
  /** The door of short messages; `null` while it is shut. */
  takeIn: ((received: Received) => Promise<TakenIn>) | null;
  noteReceipt(receipt: Receipt): Promise<unknown>;
}

/** What is answered; with `id` it has to be seen whether the answer arrives. */
export interface Answered {
  status: number;
  id?: string;
}

/** Between parts of which one did not come. */
const GAP = ' [...] ';

/** Takes a message or a receipt of an operator. When this resolves with `OK` it is durable, or known. */
export async function takeDelivered(
  deps: InboundDeps,
  address: SmppAddress,
  { pdu, octets }: Request,
): Promise<Answered> {
  let delivered: Delivered;
  try {
    delivered = readDelivered(pdu.command as 'deliver_sm' | 'data_sm', octets);
  } catch (error) {
    if (error instanceof TooShort) return { status: STATUS.INVALID_LENGTH };
    throw error;
  }
  if (delivered.kind === 'RECEIPT') {
    const receipt = readReceipt(delivered, address.receipts);
    if (receipt) await deps.noteReceipt({ ...receipt, provider: address.name, at: deps.clock.now() });
    return { status: STATUS.OK };
  }
  // Word that a message is under way, or of a handset: nothing to keep.
  if (delivered.kind === 'OTHER') return { status: STATUS.OK };
  if (!deps.takeIn) return { status: STATUS.TEMPORARY };
  return takeMessage(deps, address, delivered);
}

async function takeMessage(deps: InboundDeps, address: SmppAddress, delivered: Delivered): Promise<Answered> {
  const { database, clock } = deps;
  const { id, isDone } = await hear(database, digestOf(deps, address, delivered), clock.now());
  if (isDone) return { status: STATUS.OK, id };
  const status = await (delivered.part
    ? takePart(deps, address, delivered, delivered.part)
    : take(deps, {
        providerMessageId: `${address.name} ${id}`,
        from: delivered.from,
        text: textOf(delivered.octets, delivered.dataCoding, address.alphabet),
      }));
  if (status === STATUS.OK) await noteDone(database, id);
  return { status, id };
}

async function take({ takeIn }: InboundDeps, received: Received): Promise<number> {
  if (received.from.trim() === '') return STATUS.PERMANENT;
  const taken = await takeIn!(received);
  // The operator keeps what one sender sends too much of, and brings it again.
  return taken.kind === 'FLOOD' ? STATUS.TEMPORARY : STATUS.OK;
}

async function takePart(
  deps: InboundDeps,
  address: SmppAddress,
  { from, to, octets, dataCoding }: Delivered,
  { reference, total, number }: NonNullable<Delivered['part']>,
): Promise<number> {
  const set = keyedHash(
    deps.secret,
    'parts of a message',
    `${address.name}\n${from}\n${to}\n${reference}\n${total}`,
  );
  const sender = keyedHash(deps.secret, 'sender of parts', `${address.name}\n${from}`);
  const part = { set, sender, total, number, from, octets, dataCoding, operator: address.name };
  if ((await keepPart(deps, part, deps.clock.now())) === 'FULL') return STATUS.TEMPORARY;
  const whole = await joinSet(deps, set, { evenIncomplete: false });
  return whole ? handOver(deps, address, whole) : STATUS.OK;
}

/** Hands a joined message to the door, and forgets its parts then. */
async function handOver(deps: InboundDeps, address: SmppAddress, whole: JoinedMessage): Promise<number> {
  const isWhole = whole.parts.every((part) => part !== null);
  const status = await take(deps, {
    providerMessageId: `${address.name} ${whole.id}`,
    from: whole.from,
    text: joinedText(whole, address),
    ...(isWhole ? {} : { forPerson: 'INCOMPLETE' }),
  });
  if (status === STATUS.OK) await forgetSet(deps.database, whole.set);
  return status;
}

/** What stands side by side is joined before it is read: an alphabet may have been cut within a character. */
function joinedText({ parts }: JoinedMessage, { alphabet }: SmppAddress): string {
  let text = '';
  let run: { octets: Buffer[]; dataCoding: number } | null = null;
  const flush = () => {
    if (run) text += textOf(Buffer.concat(run.octets), run.dataCoding, alphabet);
    run = null;
  };
  for (const part of parts) {
    if (part && run && (run as { dataCoding: number }).dataCoding === part.dataCoding)
      (run as { octets: Buffer[] }).octets.push(part.octets);
    else {
      flush();
      if (part) run = { octets: [part.octets], dataCoding: part.dataCoding };
      else text += GAP;
    }
  }
  flush();
  return text.trim();
}

/** Over everything that tells two messages apart; where the operator has a reference of its own, over that as well. */
const digestOf = (deps: InboundDeps, address: SmppAddress, delivered: Delivered): Buffer =>
  keyedHash(
    deps.secret,
    'message heard',
    [
      address.name,
      delivered.from,
      delivered.to,
      delivered.dataCoding,
      delivered.userReference ?? '',
      delivered.receiptedId ?? '',
      delivered.part ? `${delivered.part.reference} ${delivered.part.total} ${delivered.part.number}` : '',
      createHash('sha256').update(delivered.octets).digest('hex'),
    ].join('\n'),
  );

/** Gives to a person what is left of messages that never became whole, and forgets what was kept for a time only. */
export async function tidyInbound(deps: InboundDeps, addresses: readonly SmppAddress[]): Promise<void> {
  const now = deps.clock.now();
  let due = deps.takeIn ? await setsDue(deps.database, now, Buffer.alloc(0)) : [];
  while (due.length > 0) {
    for (const set of due) await handOverLeft(deps, addresses, set);
    due = await setsDue(deps.database, now, due.at(-1)!);
  }
  await forgetHeard(deps.database, now);
}

async function handOverLeft(
  deps: InboundDeps,
  addresses: readonly SmppAddress[],
  set: Buffer,
): Promise<void> {
  try {
    const left = await joinSet(deps, set, { evenIncomplete: true });
    const address = addresses.find(({ name }) => name === left?.operator) ?? addresses[0];
    if (left && address) await handOver(deps, address, left);
  } catch (error) {
    deps.logger.error({ err: error }, 'Parts of a message cannot be read');
  }
}
