import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { settle } from './clock.ts';

/** A message as a receiver reads it when its signature is good. */
export interface Told {
  id: string;
  type: string;
  data: { number?: string; state?: string };
}

/** A system of an agency that listens on this machine and answers as it is told to. */
export async function startReceiver() {
  const received: { headers: Record<string, string>; raw: string }[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    let raw = '';
    request.setEncoding('utf8').on('data', (part: string) => (raw += part));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, raw });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const of = (wanted: string) =>
    received.filter(({ raw }) => {
      const { type, data } = JSON.parse(raw) as Told;
      return data.number === wanted || type.endsWith(wanted);
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/lapor`,
    answerWith: (next: number) => void (status = next),
    count: () => received.length,
    /** What came of a report, or of a kind: all tries. */
    of,
    /** Waits until so many came of a report or kind, and reads the last with the secret. */
    async read(wanted: string, secret: string, count = 1): Promise<Told> {
      await expect
        .poll(
          async () => {
            await settle();
            return of(wanted).length;
          },
          { timeout: 30_000 },
        )
        .toBe(count);
      const { raw, headers } = of(wanted).at(-1)!;
      return readSigned(secret, raw, headers);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The library that receivers use looks at the time, too: it gets that of the platform, whose clock stands. */
export function readSigned(secret: string, raw: string, headers: Record<string, string>): Told {
  const { now } = Date;
  Date.now = () => Date.parse('2026-11-20T02:41:00Z');
  try {
    return new Webhook(secret).verify(raw, headers) as Told;
  } finally {
    Date.now = now;
  }
}
