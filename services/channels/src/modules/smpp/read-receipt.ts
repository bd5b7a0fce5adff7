import type { SmppAddress } from './address.ts';
import type { Delivered } from './read-delivered.ts';

/** What a receipt says at last; of a message that is still under way nothing. */
export interface ReadReceipt {
  /** Names that are meant, the likeliest first. */
  messageIds: string[];
  arrived: boolean;
}

const DELIVERED_STATE = 2;
/** Expired, deleted, undeliverable, rejected. */
const FAILED_STATES: ReadonlySet<number> = new Set([3, 4, 5, 8]);
const FAILED_WORDS: ReadonlySet<string> = new Set(['EXPIRED', 'DELETED', 'UNDELIV', 'REJECTD']);

/** Reads a delivery receipt: the TLVs where the operator sends them, else the text of appendix B ("id:… stat:DELIVRD …"). */
export function readReceipt(
  { octets, receiptedId, messageState }: Delivered,
  receipts: SmppAddress['receipts'],
): ReadReceipt | null {
  const text = octets.toString('latin1');
  const word = /\bstat:\s*([A-Za-z]{4,10})/.exec(text)?.[1]?.toUpperCase();
  const id = /\bid:\s*([^\s\0]{1,64})/.exec(text)?.[1];
  const arrived =
    messageState !== null
      ? messageState === DELIVERED_STATE
        ? true
        : FAILED_STATES.has(messageState)
          ? false
          : null
      : word === 'DELIVRD'
        ? true
        : word && FAILED_WORDS.has(word)
          ? false
          : null;
  const messageIds = receiptedId ? [receiptedId] : id ? namesOf(id, receipts) : [];
  return arrived === null || messageIds.length === 0 ? null : { messageIds, arrived };
}

/** One number in the bases that operators use: some answer in hexadecimal and tell in decimal, which a setting says. */
export function namesOf(id: string, receipts: SmppAddress['receipts']): string[] {
  const isDecimal = /^\d{1,38}$/.test(id);
  const isHex = /^[0-9a-f]{1,32}$/i.test(id);
  const plain = id.replace(/^0+(?=.)/, '');
  const hex = isDecimal ? spellings(BigInt(id).toString(16), id.length) : [];
  const decimal = isHex ? spellings(BigInt(`0x${id}`).toString(10), id.length) : [];
  const names =
    receipts === 'decimal' && isDecimal
      ? hex
      : receipts === 'hex' && isHex
        ? decimal
        : // Another base is never tried unasked: it would be the name of another message.
          [id, plain];
  return [...new Set(names)];
}

const spellings = (number: string, length: number): string[] => [
  number,
  number.toUpperCase(),
  number.padStart(8, '0'),
  number.toUpperCase().padStart(8, '0'),
  number.padStart(length, '0'),
];
