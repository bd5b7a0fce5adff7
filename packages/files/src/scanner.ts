import { connect, type NetConnectOpts } from 'node:net';

/** Whoever looks into files for something harmful. */
export interface Scanner {
  /** @throws when it does not answer, or refuses to look. */
  scan(content: Buffer): Promise<'CLEAN' | { found: string }>;
}

const CHUNK_BYTES = 64 * 1024;
const LONGEST_ANSWER = 4_096;

/** Where a clamd listens: `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`. */
function addressOf(url: string): NetConnectOpts {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol === 'unix:') return { path: pathname };
  if (protocol === 'tcp:') return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) };
  throw new Error('A scanner is named by tcp://host:port or unix:/path');
}

const framed = (chunk: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return Buffer.concat([length, chunk]);
};

/**
 * A clamd, asked by INSTREAM (clamd(8)): the file goes over the socket in chunks with their length, one of length zero ends it. Its
 * `StreamMaxLength` must be as large as the largest file, else it refuses to look.
 */
export function createClamdScanner(url: string, timeoutMilliseconds = 30_000): Scanner {
  const address = addressOf(url);
  return {
    scan: (content) =>
      new Promise((resolve, reject) => {
        const socket = connect(address);
        let answer = '';
        const fail = (message: string, cause?: Error) => {
          socket.destroy();
          reject(new Error(message, { cause }));
        };
        socket.setTimeout(timeoutMilliseconds, () => fail('The scanner does not answer in time'));
        socket.on('error', (error) => fail('The scanner cannot be reached', error));
        socket.on('connect', () => {
          socket.write('zINSTREAM\0');
          for (let at = 0; at < content.length; at += CHUNK_BYTES)
            socket.write(framed(content.subarray(at, at + CHUNK_BYTES)));
          socket.write(framed(Buffer.alloc(0)));
        });
        socket.on('data', (data) => {
          answer += data.toString('latin1');
          if (answer.length > LONGEST_ANSWER) fail('The scanner says too much');
        });
        socket.on('close', () => {
          const said = answer.replace(/\0[^]*$/, '').trim();
          const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
          if (found) resolve({ found });
          else if (said === 'stream: OK') resolve('CLEAN');
          else reject(new Error(`The scanner did not look: ${said || 'no answer'}`));
        });
      }),
  };
}
