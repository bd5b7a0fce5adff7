import type { Socket } from 'node:net';
import smpp, { type PDU } from 'smpp';
import { STATUS } from './status.ts';

/** Beyond what any PDU of ours or theirs needs; the library's own limit. */
const LARGEST_PDU = 16_384;
const HEADER = 16;
/** So many requests of the other side are worked on at a time; the socket waits meanwhile. */
const MOST_AT_WORK = 50;
const LAST_WORD_MILLISECONDS = 1_000;

/** The connection ended, or the answer did not come, after a request was on its way. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  constructor(readonly code: 'CONNECTION_ENDED' | 'TIMEOUT') {
    super(code);
  }
}

/** The connection was closed before the request was written. */
export class NotSent extends Error {
  override name = 'NotSent';
}

/** A request of the other side, with its very octets. */
export interface Request {
  pdu: PDU;
  octets: Buffer;
}

export interface SessionOptions {
  /** Answers a request of the other side by `respond`, at some time; a failure of it is answered with a temporary error. */
  onRequest(request: Request): Promise<void>;
  onEnd(): void;
  answerMilliseconds: number;
}

/** One connection, from the first octet to the last. */
export interface Session {
  /** Sends a request and waits for its answer. Throws `NotSent` or `NoAnswer`. */
  request(command: string, values?: Record<string, unknown>): Promise<PDU>;
  respond(to: PDU, values?: Record<string, unknown>): void;
  end(): void;
  readonly isOpen: boolean;
}

/**
 * Speaks SMPP over a socket: cuts PDUs out of the stream, pairs answers with requests, and bounds both. The library reads and writes the
 * PDUs; its own session gets stuck for good at the first PDU that it cannot read, and never gives up an answer.
 */
export function openSession(socket: Socket, options: SessionOptions): Session {
  const waiting = new Map<
    number,
    { resolve: (pdu: PDU) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }
  >();
  let sequence = 0;
  let unread: Buffer = Buffer.alloc(0);
  let atWork = 0;
  let isOpen = true;
  let isDeaf = false;

  function end(): void {
    if (!isOpen) return;
    isOpen = false;
    socket.destroy();
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new NoAnswer('CONNECTION_ENDED'));
    }
    waiting.clear();
    options.onEnd();
  }

  const write = (pdu: PDU): void => {
    if (isOpen && socket.writable) socket.write(pdu.toBuffer());
  };
  const refuse = (sequenceNumber: number, status: number) =>
    write(new smpp.PDU('generic_nack', { sequence_number: sequenceNumber, command_status: status }));

  function take(octets: Buffer): void {
    const sequenceNumber = octets.readUInt32BE(12);
    let pdu: PDU;
    try {
      pdu = new smpp.PDU(octets);
    } catch {
      // Where it ends is known: what comes after it can be read.
      if ((octets.readUInt32BE(4) & 0x80000000) === 0) refuse(sequenceNumber, STATUS.INVALID_LENGTH);
      return;
    }
    if (pdu.isResponse()) {
      const asked = waiting.get(sequenceNumber);
      if (!asked) return;
      waiting.delete(sequenceNumber);
      clearTimeout(asked.timer);
      return asked.resolve(pdu);
    }
    if (pdu.command === 'enquire_link') return write(pdu.response());
    if (pdu.command === 'unbind') {
      write(pdu.response());
      socket.end();
      return;
    }
    // They have no answer.
    if (pdu.command === 'alert_notification' || pdu.command === 'outbind') return;
    if (pdu.command !== 'deliver_sm' && pdu.command !== 'data_sm')
      return refuse(sequenceNumber, STATUS.INVALID_COMMAND);
    atWork += 1;
    if (atWork >= MOST_AT_WORK) socket.pause();
    void options
      .onRequest({ pdu, octets })
      .catch(() => write(pdu.response({ command_status: STATUS.TEMPORARY })))
      .finally(() => {
        atWork -= 1;
        if (atWork < MOST_AT_WORK && isOpen) socket.resume();
      });
  }

  socket.on('data', (octets: Buffer) => {
    if (isDeaf) return;
    unread = unread.length === 0 ? octets : Buffer.concat([unread, octets]);
    while (isOpen && unread.length >= 4) {
      const length = unread.readUInt32BE(0);
      if (length < HEADER || length > LARGEST_PDU) {
        // Where the next one begins cannot be known.
        refuse(unread.length >= HEADER ? unread.readUInt32BE(12) : 0, STATUS.INVALID_LENGTH);
        isDeaf = true;
        socket.end();
        setTimeout(end, LAST_WORD_MILLISECONDS).unref();
        return;
      }
      if (unread.length < length) return;
      const pdu = Buffer.from(unread.subarray(0, length));
      unread = unread.subarray(length);
      take(pdu);
    }
  });
  socket.on('error', end);
  socket.on('close', end);
  socket.on('end', end);

  return {
    request(command, values = {}) {
      if (!isOpen || !socket.writable) return Promise.reject(new NotSent('The connection is closed'));
      sequence = sequence >= 0x7fffffff ? 1 : sequence + 1;
      const number = sequence;
      const octets = new smpp.PDU(command, { ...values, sequence_number: number }).toBuffer();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(number);
          reject(new NoAnswer('TIMEOUT'));
        }, options.answerMilliseconds);
        waiting.set(number, { resolve, reject, timer });
        socket.write(octets);
      });
    },
    respond: (to, values) => write(to.response(values)),
    end,
    get isOpen() {
      return isOpen;
    },
  };
}
