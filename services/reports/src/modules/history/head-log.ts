import { createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The hash of an entry when it was the newest of its report. */
export interface Head {
  reportId: string;
  sequence: number;
  hash: Uint8Array;
}

/** A line of the log by its number and signature: whoever keeps it elsewhere finds a log that was cut or replaced. */
export interface Anchor {
  number: number;
  signature: string;
}

/** Every head that there ever was, in files to which lines are only added. */
export interface HeadLog {
  /** Signs the heads and makes them durable. One writer at a time, whichever process it is in. */
  append(heads: readonly Head[], at: Date): Promise<Anchor>;
  /** All heads, oldest first. Throws a `BrokenLog` at the first line that does not hold. */
  read(): AsyncGenerator<Head & Anchor>;
}

/** The log itself was tampered with. */
export class BrokenLog extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`Line ${line} of the log of heads does not hold`);
    this.name = 'BrokenLog';
    this.line = line;
  }
}

interface Line extends Head, Anchor {
  at: string;
}

const LINE = /^(\d+) (\S+Z) ([0-9a-f-]{36}) (\d+) ([\w-]{43}) ([\w-]{43})$/;
const FILE = /^\d{4}-\d\d-\d\d\.log$/;
/** Longer than any line. */
const TAIL_BYTES = 1_024;

function parseLine(text: string): Line | null {
  const [, number, at, reportId, sequence, hash, signature] = LINE.exec(text) ?? [];
  return reportId === undefined
    ? null
    : {
        number: Number(number),
        at: at!,
        reportId,
        sequence: Number(sequence),
        hash: Buffer.from(hash!, 'base64url'),
        signature: signature!,
      };
}

const bytes = (text: string) => Buffer.from(text, 'base64url');

/**
 * Builds the log on a folder, one file a day. Each line is signed together with the one before it, so that none can be changed, taken
 * out, put in or moved without the key, and an end that was cut is missing to whoever kept a later anchor.
 * @param secret at least 32 characters.
 */
export function createHeadLog(folder: string, secret: string): HeadLog {
  const sign = (
    previous: string,
    { number, at, reportId, sequence, hash }: Omit<Line, 'signature'>,
  ): string =>
    createHmac('sha256', secret)
      .update(`history-heads\0${previous}\0${number}\0${at}\0${reportId}\0${sequence}\0`)
      .update(hash)
      .digest('base64url');

  const files = async () =>
    (await readdir(folder).catch(() => [])).filter((name) => FILE.test(name)).toSorted();

  /** The newest whole line. A crash may leave half a line at the end, which was never told to anybody. */
  async function newest(): Promise<{ anchor: Anchor; file: string; isTorn: boolean }> {
    const names = await files();
    for (const file of names.toReversed()) {
      const handle = await open(join(folder, file), 'r');
      try {
        const { size } = await handle.stat();
        const from = Math.max(0, size - TAIL_BYTES);
        const { buffer } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
        const text = buffer.toString();
        const whole = text
          .split('\n')
          .map(parseLine)
          .findLast((line) => line !== null);
        if (whole) return { anchor: whole, file, isTorn: !text.endsWith('\n') };
      } finally {
        await handle.close();
      }
    }
    return { anchor: { number: 0, signature: '' }, file: '', isTorn: false };
  }

  return {
    async append(heads, at) {
      await mkdir(folder, { recursive: true });
      const { anchor, file, isTorn } = await newest();
      let { number, signature } = anchor;
      const instant = at.toISOString();
      const lines = heads.map(({ reportId, sequence, hash }) => {
        number += 1;
        signature = sign(signature, { number, at: instant, reportId, sequence, hash });
        return `${number} ${instant} ${reportId} ${sequence} ${Buffer.from(hash).toString('base64url')} ${signature}\n`;
      });
      // Never into an older file, whatever the clock says: files are read in the order of their names.
      const today = `${instant.slice(0, 10)}.log`;
      const target = today > file ? today : file;
      const handle = await open(join(folder, target), 'a', 0o600);
      try {
        // On its own line, half a line is passed over; what it was going to say is said again.
        await handle.appendFile((isTorn && target === file ? '\n' : '') + lines.join(''));
        await handle.sync();
      } finally {
        await handle.close();
      }
      return { number, signature };
    },
    async *read() {
      let last: Anchor = { number: 0, signature: '' };
      for (const name of await files()) {
        const input = createReadStream(join(folder, name));
        for await (const text of createInterface({ input, crlfDelay: Infinity })) {
          const line = parseLine(text);
          // What is no line of ours is passed over: whatever it replaced is missing from the next one's signature.
          if (!line) continue;
          const expected = sign(last.signature, line);
          if (line.number !== last.number + 1 || !timingSafeEqual(bytes(expected), bytes(line.signature)))
            throw new BrokenLog(last.number + 1);
          yield line;
          last = line;
        }
      }
    },
  };
}
