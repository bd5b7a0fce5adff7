import { setTimeout as wait } from 'node:timers/promises';
import type { Carrier, Outcome } from '../delivery/index.ts';
import { partsOf, toSeptets } from '../segments/index.ts';
import type { SmppAddress } from './address.ts';
import type { Link } from './link.ts';
import { NotSent, type Session } from './session.ts';
import { FOR_GOOD, reasonOf, SLOW_DOWN, STATUS } from './status.ts';

const UCS2 = 0x08;
const HAS_HEADER = 0x40;
const WITH_RECEIPT = 0x01;
const INTERNATIONAL = 1;
const ISDN = 1;

export interface CarrierTimes {
  /** How long a message waits for room on a connection. */
  roomMilliseconds: number;
  /** The first pause after "slower"; it doubles. */
  slowMilliseconds: number;
}

export const CARRIER_TIMES: CarrierTimes = { roomMilliseconds: 5_000, slowMilliseconds: 500 };

const MOST_TRIES_OF_A_PART = 6;
const LOOK_AGAIN_MILLISECONDS = 20;

/**
 * Hands short messages to an operator. A message of several parts goes over one connection, part after part; once one of them was taken
 * the whole is not sent again, whatever becomes of the others.
 */
export function smppCarrier(
  address: SmppAddress,
  links: readonly Link[],
  times: CarrierTimes = CARRIER_TIMES,
): Carrier {
  let reference = Math.floor(Math.random() * 256);

  /** The connection with the most room, when it has some in time. */
  async function findRoom(): Promise<Link | string> {
    const until = performance.now() + times.roomMilliseconds;
    for (;;) {
      const bound = links.filter(({ session }) => session?.isOpen);
      if (bound.length === 0) return 'NOT_BOUND';
      const now = performance.now();
      const free = bound
        .filter(({ underWay, slowUntil }) => underWay < address.window && slowUntil <= now)
        .toSorted((one, other) => one.underWay - other.underWay)[0];
      if (free) return free;
      if (now >= until) return 'WINDOW_FULL';
      await wait(LOOK_AGAIN_MILLISECONDS);
    }
  }

  /** One part; "slower" is heeded a few times. */
  async function submit(
    link: Link,
    session: Session,
    values: Record<string, unknown>,
  ): Promise<Outcome & { messageId?: string | undefined }> {
    for (let tries = 1; ; tries++) {
      const pause = link.slowUntil - performance.now();
      if (pause > 0) await wait(pause);
      let status: number;
      let messageId: unknown;
      try {
        const answer = await session.request('submit_sm', { ...values });
        status = answer.command_status;
        messageId = answer.message_id;
      } catch (error) {
        if (error instanceof NotSent) return { kind: 'REFUSED_FOR_NOW', reason: 'NOT_BOUND' };
        return { kind: 'UNCERTAIN', reason: (error as { code?: string }).code ?? 'NO_ANSWER' };
      }
      if (status === STATUS.OK)
        return {
          kind: 'TAKEN',
          messageId: typeof messageId === 'string' && messageId !== '' ? messageId : undefined,
        };
      const reason = reasonOf(status);
      if (FOR_GOOD.has(status)) return { kind: 'REFUSED_FOR_GOOD', reason };
      if (!SLOW_DOWN.has(status)) return { kind: 'REFUSED_FOR_NOW', reason };
      // Everything else on this connection waits as well.
      const slow = performance.now() + times.slowMilliseconds * 2 ** (tries - 1);
      link.slowUntil = Math.max(link.slowUntil, slow);
      if (tries >= MOST_TRIES_OF_A_PART) return { kind: 'REFUSED_FOR_NOW', reason };
    }
  }

  return {
    name: address.name,
    canRepeat: false,
    async carry({ to, body }) {
      const pdus = pdusOf(address, to, body.trim(), () => (reference = (reference + 1) % 256));
      if (pdus.length === 0) return { kind: 'REFUSED_FOR_GOOD', reason: 'EMPTY' };
      const link = await findRoom();
      if (typeof link === 'string') return { kind: 'REFUSED_FOR_NOW', reason: link };
      const session = link.session!;
      link.underWay += 1;
      const messageIds: string[] = [];
      try {
        for (const [index, pdu] of pdus.entries()) {
          const outcome = await submit(link, session, pdu);
          if (outcome.kind === 'TAKEN') {
            if (outcome.messageId) messageIds.push(outcome.messageId);
          } else if (index === 0) return outcome;
          // Half a message is with the phone: the whole is neither sent nor not sent.
          else return { kind: 'UNCERTAIN', reason: 'reason' in outcome ? outcome.reason : '', messageIds };
        }
      } finally {
        link.underWay -= 1;
      }
      return { kind: 'TAKEN', messageIds };
    },
    health() {
      const up = links.filter(({ session }) => session?.isOpen).length;
      return [
        {
          name: address.name,
          state: up > 0 ? 'READY' : 'CONNECTING',
          connections: { up, of: links.length },
          lastRefusal: links.find(({ lastRefusal }) => lastRefusal !== null)?.lastRefusal ?? null,
          restsUntil: null,
        },
      ];
    },
  };
}

/** The parts of a text as they are submitted: the alphabet by its characters, a header where there are several. */
export function pdusOf(
  address: Pick<SmppAddress, 'source' | 'sourceTon' | 'sourceNpi' | 'alphabet'>,
  to: string,
  text: string,
  nextReference: () => number,
): Record<string, unknown>[] {
  const { alphabet, parts } = partsOf(text);
  const reference = parts.length > 1 ? nextReference() : 0;
  return parts.map((part, index) => {
    const octets =
      alphabet === 'UCS_2'
        ? Buffer.from(part, 'utf16le').swap16()
        : address.alphabet === 'latin1' && isLatin(part)
          ? Buffer.from(part, 'latin1')
          : toSeptets(part);
    const header =
      parts.length > 1 ? Buffer.from([5, 0, 3, reference, parts.length, index + 1]) : Buffer.alloc(0);
    return {
      source_addr_ton: address.sourceTon,
      source_addr_npi: address.sourceNpi,
      source_addr: address.source,
      dest_addr_ton: INTERNATIONAL,
      dest_addr_npi: ISDN,
      destination_addr: to.replace(/^\+/, ''),
      esm_class: parts.length > 1 ? HAS_HEADER : 0,
      registered_delivery: WITH_RECEIPT,
      data_coding: alphabet === 'UCS_2' ? UCS2 : 0,
      short_message: Buffer.concat([header, octets]),
    };
  });
}

const isLatin = (text: string) => [...text].every((character) => character.charCodeAt(0) < 0x100);
