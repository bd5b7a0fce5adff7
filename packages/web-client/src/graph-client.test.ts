import { gql, stringifyDocument } from '@urql/core';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createGraphClient } from './graph-client.ts';

interface Received {
  method: string | undefined;
  path: string | undefined;
  client: string | string[] | undefined;
  body: { query?: string; variables?: unknown; extensions?: { persistedQuery?: { sha256Hash: string } } };
}

/** A graph that knows no document by its hash until it was sent as text once. */
async function graph() {
  const received: Received[] = [];
  const known = new Set<string>();
  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      const body = JSON.parse(text) as Received['body'];
      received.push({
        method: request.method,
        path: request.url,
        client: request.headers['x-lapor-client'],
        body,
      });
      const hash = body.extensions?.persistedQuery?.sha256Hash ?? '';
      response.setHeader('content-type', 'application/json');
      if (body.query) known.add(hash);
      response.end(
        JSON.stringify(
          known.has(hash)
            ? { data: { word: 'yes' } }
            : { errors: [{ message: 'PersistedQueryNotFound', extensions: {} }] },
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, received, close: () => server.close() };
}

async function readText(request: IncomingMessage) {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const Word = gql`
  query Word($secret: String!) {
    word(secret: $secret)
  }
`;

describe('the graph client', () => {
  let close = () => undefined as unknown;
  afterEach(() => close());

  it('sends the hash, and the text only when the server does not know it', async () => {
    const server = await graph();
    close = server.close;
    const client = createGraphClient({ application: 'web-citizen', url: server.url });

    const first = await client.query(Word, { secret: 'a' }).toPromise();
    expect(first.data).toEqual({ word: 'yes' });
    await client.query(Word, { secret: 'b' }).toPromise();

    expect(server.received.map(({ body }) => body.query !== undefined)).toEqual([false, true, false]);
    const text = server.received[1]?.body.query ?? '';
    const sha = createHash('sha256').update(text).digest('hex');
    expect(server.received[0]?.body.extensions?.persistedQuery?.sha256Hash).toBe(sha);
    expect(text).toContain(stringifyDocument(Word).slice(0, 10));
  });

  it('sends what holds a whole file to the door for files', async () => {
    const server = await graph();
    close = server.close;
    const client = createGraphClient({ application: 'web-agency', url: server.url });
    // Beyond 64 kB in bytes, below in characters.
    await client.query(Word, { secret: 'é'.repeat(40_000) }).toPromise();
    await client.query(Word, { secret: 'e'.repeat(40_000) }).toPromise();
    expect(server.received.map(({ path }) => path)).toEqual(['/graphql/files', '/graphql/files', '/graphql']);
  });

  it('never puts variables into an address and names its application', async () => {
    const server = await graph();
    close = server.close;
    const client = createGraphClient({ application: 'web-agency', url: server.url });
    await client.query(Word, { secret: '4093118755267041' }).toPromise();
    for (const { method, path, client: application } of server.received) {
      expect(method).toBe('POST');
      expect(path).toBe('/graphql');
      expect(application).toBe('web-agency');
    }
  });
});
