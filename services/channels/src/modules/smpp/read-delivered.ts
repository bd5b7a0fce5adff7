import { fromSeptets } from '../segments/index.ts';

/** What a `deliver_sm` or `data_sm` holds that we look at. Octets of the text stay octets: parts are joined before they are read. */
export interface Delivered {
  from: string;
  to: string;
  kind: 'MESSAGE' | 'RECEIPT' | 'OTHER';
  dataCoding: number;
  /** Without the header of a part. */
  octets: Buffer;
  part: { reference: string; total: number; number: number } | null;
  /** Of a receipt, where the operator sends it apart from the text. */
  receiptedId: string | null;
  messageState: number | null;
  /** The operator's own reference of this message, where it has one. */
  userReference: string | null;
}

const TLV = {
  receiptedId: 0x001e,
  userReference: 0x0204,
  sarReference: 0x020c,
  sarTotal: 0x020e,
  sarNumber: 0x020f,
  payload: 0x0424,
  messageState: 0x0427,
} as const;

const HAS_HEADER = 0x40;
const KIND_BITS = 0x3c;
const INTERNATIONAL = 1;

/** The PDU ends before its fields do. */
export class TooShort extends Error {
  override name = 'TooShort';
}

/** @throws TooShort for what is no such PDU. */
export function readDelivered(command: 'deliver_sm' | 'data_sm', pdu: Buffer): Delivered {
  let at = 16;
  const octet = (): number => {
    if (at >= pdu.length) throw new TooShort();
    return pdu[at++]!;
  };
  const text = (): string => {
    const end = pdu.indexOf(0, at);
    if (end < 0) throw new TooShort();
    const read = pdu.toString('latin1', at, end);
    at = end + 1;
    return read;
  };
  const bytes = (length: number): Buffer => {
    if (at + length > pdu.length) throw new TooShort();
    at += length;
    return pdu.subarray(at - length, at);
  };
  const skip = (octets: number) => void bytes(octets);
  text();
  const ton = octet();
  skip(1);
  const source = text();
  skip(2);
  const to = text();
  const esmClass = octet();
  let dataCoding: number;
  let short: Buffer = Buffer.alloc(0);
  if (command === 'data_sm') {
    skip(1);
    dataCoding = octet();
  } else {
    skip(2);
    text();
    text();
    skip(2);
    dataCoding = octet();
    skip(1);
    short = bytes(octet());
  }
  const values = new Map<number, Buffer>();
  while (at + 4 <= pdu.length) {
    const [tag, length] = [pdu.readUInt16BE(at), pdu.readUInt16BE(at + 2)];
    at += 4;
    values.set(tag, bytes(length));
  }
  const payload = values.get(TLV.payload);
  const whole = short.length > 0 ? short : (payload ?? short);
  const { header, octets } =
    (esmClass & HAS_HEADER) !== 0 ? withoutHeader(whole) : { header: null, octets: whole };
  const receiptedId = values.get(TLV.receiptedId);
  const state = values.get(TLV.messageState);
  const kindBits = esmClass & KIND_BITS;
  return {
    from: ton === INTERNATIONAL && /^\d+$/.test(source) ? `+${source}` : source,
    to,
    kind: kindBits === 0 ? 'MESSAGE' : kindBits === 0x04 ? 'RECEIPT' : 'OTHER',
    dataCoding,
    octets,
    part: header ?? partOf(values),
    receiptedId: receiptedId ? receiptedId.toString('latin1').replace(/\0.*$/s, '') : null,
    messageState: state?.length === 1 ? state[0]! : null,
    userReference: values.get(TLV.userReference)?.toString('hex') ?? null,
  };
}

const isPart = (total: number, number: number) => total > 1 && number >= 1 && number <= total;

/** Cuts off the header and finds what it says of parts (3GPP TS 23.040, 9.2.3.24.1 and .8). */
function withoutHeader(whole: Buffer): { header: Delivered['part']; octets: Buffer } {
  const length = whole[0] ?? 0;
  if (length + 1 > whole.length) return { header: null, octets: whole };
  const octets = whole.subarray(length + 1);
  let header: Delivered['part'] = null;
  for (let at = 1; at + 2 <= length + 1; at += 2 + whole[at + 1]!) {
    const [name, size] = [whole[at], whole[at + 1]!];
    if (at + 2 + size > length + 1) break;
    const value = whole.subarray(at + 2, at + 2 + size);
    const wide = name === 0x08 && size === 4;
    if (!wide && !(name === 0x00 && size === 3)) continue;
    const reference = wide ? `16 ${value.readUInt16BE(0)}` : `8 ${value[0]}`;
    const [total, number] = [value.at(-2)!, value.at(-1)!];
    if (isPart(total, number)) header = { reference, total, number };
  }
  return { header, octets };
}

function partOf(values: ReadonlyMap<number, Buffer>): Delivered['part'] {
  const [reference, total, number] = [TLV.sarReference, TLV.sarTotal, TLV.sarNumber].map((tag) =>
    values.get(tag),
  );
  if (reference?.length !== 2 || total?.length !== 1 || number?.length !== 1) return null;
  return isPart(total[0]!, number[0]!)
    ? { reference: `sar ${reference.readUInt16BE(0)}`, total: total[0]!, number: number[0]! }
    : null;
}

/** The text of joined octets, by `data_coding` (SMPP 3.4, 5.2.19; 3GPP TS 23.038, 4). */
export function textOf(octets: Buffer, dataCoding: number, defaultAlphabet: 'gsm' | 'latin1'): string {
  if (dataCoding === 0x01) return octets.toString('latin1');
  if (dataCoding === 0x03) return octets.toString('latin1');
  const alphabet = dataCoding >= 0xf0 ? (dataCoding >> 2) & 1 : (dataCoding >> 2) & 3;
  if (alphabet === 2) {
    const even = octets.subarray(0, octets.length - (octets.length % 2));
    return Buffer.from(even).swap16().toString('utf16le').toWellFormed();
  }
  if (alphabet === 1) return octets.toString('utf8');
  return defaultAlphabet === 'latin1' ? octets.toString('latin1') : fromSeptets(octets);
}
