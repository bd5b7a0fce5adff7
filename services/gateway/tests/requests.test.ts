import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLIENT, startTest } from './start.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const JSON_TYPE = { 'content-type': 'application/json' };

describe('a request to the graph', () => {
  it.each<[string, RequestInit, number, string | null]>([
    [
      'without the header of an application',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ viewer }"}' },
      403,
      'FORBIDDEN',
    ],
    [
      'from the page of another site',
      {
        method: 'POST',
        headers: { ...JSON_TYPE, ...CLIENT, 'sec-fetch-site': 'cross-site' },
        body: '{"query":"{ viewer }"}',
      },
      403,
      'FORBIDDEN',
    ],
    [
      'from the page of another site in an old browser',
      {
        method: 'POST',
        headers: { ...JSON_TYPE, ...CLIENT, origin: 'https://evil.example' },
        body: '{"query":"{ viewer }"}',
      },
      403,
      'FORBIDDEN',
    ],
    [
      'from a sandboxed page',
      {
        method: 'POST',
        headers: { ...JSON_TYPE, ...CLIENT, origin: 'null' },
        body: '{"query":"{ viewer }"}',
      },
      403,
      'FORBIDDEN',
    ],
    [
      'as a form',
      {
        method: 'POST',
        headers: { ...CLIENT, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'query={viewer}',
      },
      415,
      'BAD_USER_INPUT',
    ],
    [
      'as plain text',
      {
        method: 'POST',
        headers: { ...CLIENT, 'content-type': 'text/plain' },
        body: '{"query":"{ viewer }"}',
      },
      415,
      'BAD_USER_INPUT',
    ],
    ['without a body', { method: 'POST', headers: { ...CLIENT, ...JSON_TYPE } }, 400, 'BAD_USER_INPUT'],
    [
      'with half a body',
      { method: 'POST', headers: { ...CLIENT, ...JSON_TYPE }, body: '{"query":' },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'that would change prototypes',
      {
        method: 'POST',
        headers: { ...CLIENT, ...JSON_TYPE },
        body: '{"query":"{viewer}","variables":{"__proto__":{"a":1}}}',
      },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'with variables that are nested without end',
      {
        method: 'POST',
        headers: { ...CLIENT, ...JSON_TYPE },
        body: `{"query":"{viewer}","variables":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
      },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'for an operation that the document has not',
      {
        method: 'POST',
        headers: { ...CLIENT, ...JSON_TYPE },
        body: '{"query":"query A { viewer }","operationName":"__proto__"}',
      },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'with U+0000 in a variable',
      {
        method: 'POST',
        headers: { ...CLIENT, ...JSON_TYPE },
        body: '{"query":"{viewer}","variables":{"a":[{"b":"x\\u0000"}]}}',
      },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'with U+0000 in the document',
      {
        method: 'POST',
        headers: { ...CLIENT, ...JSON_TYPE },
        body: JSON.stringify({ query: '{ book(id: "\\u0000") { title } }' }),
      },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'with half of a surrogate pair in a variable',
      {
        method: 'POST',
        headers: { ...CLIENT, ...JSON_TYPE },
        body: '{"query":"{viewer}","variables":{"a":[{"b":"x\\ud800"}]}}',
      },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'with half of a surrogate pair in the document',
      {
        method: 'POST',
        headers: { ...CLIENT, ...JSON_TYPE },
        body: JSON.stringify({ query: '{ book(id: "\\ud800") { title } }' }),
      },
      400,
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'with nothing to run',
      { method: 'POST', headers: { ...CLIENT, ...JSON_TYPE }, body: '{}' },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'with a list of documents',
      { method: 'POST', headers: { ...CLIENT, ...JSON_TYPE }, body: '[{"query":"{ viewer }"}]' },
      400,
      'DOCUMENT_REFUSED',
    ],
    [
      'of more than 64 kB',
      {
        method: 'POST',
        headers: { ...CLIENT, ...JSON_TYPE },
        body: JSON.stringify({ query: '{viewer}', variables: { a: 'x'.repeat(66_000) } }),
      },
      400,
      'DOCUMENT_REFUSED',
    ],
    ['by GET', { headers: CLIENT }, 405, null],
    [
      'as a preflight of another origin',
      {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      },
      405,
      null,
    ],
  ])('%s is refused', async (_what, init, status, code) => {
    const { request, seen } = await startTest();
    const response = await request('/graphql', init);
    expect(response.status).toBe(status);
    const text = await response.text();
    if (code) expect(JSON.parse(text).errors[0].extensions.code).toBe(code);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(seen.contexts).toEqual([]);
  });

  it('is admitted with either header', async () => {
    const { request } = await startTest();
    for (const header of ['x-lapor-client', 'apollo-require-preflight']) {
      const response = await request('/graphql', {
        method: 'POST',
        headers: { ...JSON_TYPE, [header]: '1' },
        body: '{"query":"{ viewer }"}',
      });
      expect(response.status).toBe(200);
    }
  });

  it('is refused before anything is planned when a limit is broken, and told which', async () => {
    const { graph, seen } = await startTest();
    const bomb = [
      '{ ...F0 }',
      ...Array.from({ length: 20 }, (_u, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`),
      'fragment F20 on Query { viewer }',
    ].join(' ');
    const start = performance.now();
    const { status, errors } = await graph({ query: bomb });
    expect(performance.now() - start).toBeLessThan(100);
    expect(status).toBe(400);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'DOCUMENT_REFUSED',
      limit: 'expandedSelections',
      maximum: 400,
    });
    const pages = await graph({
      query: 'query ($n: Int!) { books(first: $n) { id } }',
      variables: { n: 101 },
    });
    expect(pages.errors[0]?.extensions).toMatchObject({ limit: 'pageSize', maximum: 100 });
    expect(seen.contexts).toEqual([]);
  });

  it('gets an id of ours, whatever id it brings', async () => {
    const { graph } = await startTest();
    const { headers } = await graph({ query: '{ viewer }' }, { 'x-request-id': 'mine' });
    expect(headers.get('x-request-id')).toMatch(/^[\da-f]{8}-/);
  });

  it('leaves one line in the log, with counts and without words of the client', async () => {
    const { graph, lines } = await startTest();
    lines.length = 0;
    await graph(
      { query: 'query Look($t: ID!) { book(id: $t) { title review } }', variables: { t: 'Rahasia' } },
      { cookie: 'session=Rahasia' },
    );
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      method: 'POST',
      route: '/graphql',
      status: 200,
      operation: 'Look',
      kind: 'query',
      fetches: 2,
      errors: [],
      milliseconds: expect.any(Number),
    });
    expect(lines[0]).not.toContain('Rahasia');
  });

  it('is answered below 500 whatever it holds', async () => {
    const { request } = await startTest();
    const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constant('{ viewer }'));
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.jsonValue().map((any) => JSON.stringify(any)),
      fc
        .record(
          { query: value, variables: value, operationName: value, extensions: value },
          { requiredKeys: [] },
        )
        .map((any) => JSON.stringify(any)),
    );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const response = await request('/graphql', {
          method: 'POST',
          headers: { ...CLIENT, ...JSON_TYPE },
          body: text,
        });
        expect(response.status).toBeLessThan(500);
        await response.text();
      }),
      { numRuns: 200 },
    );
  });
});

describe('a persisted document', () => {
  const text = 'query Word { viewer }';
  const hash = sha256(text);
  const named = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

  it('needs no text', async () => {
    const { graph } = await startTest({ persistedDocuments: { [hash]: text } });
    const { status, data } = await graph(named(hash));
    expect(status).toBe(200);
    expect(data.viewer).toContain('public');
  });

  it('that is unknown is asked for in the words clients know, and then taken as text', async () => {
    const { graph } = await startTest();
    const { status, errors } = await graph(named(hash));
    expect(status).toBe(200);
    expect(errors).toMatchObject([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    expect((await graph({ query: text, ...named(hash) })).data.viewer).toContain('public');
    // A text that a client sent is not kept for others.
    expect((await graph(named(hash))).errors[0]?.message).toBe('PersistedQueryNotFound');
  });

  it('does not stand for another text', async () => {
    const { graph } = await startTest({ persistedDocuments: { [hash]: text } });
    const { status, errors } = await graph({ query: '{ books { id } }', ...named(hash) });
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('is still held to the size of a page', async () => {
    const list = 'query List($n: Int!) { books(first: $n) { id } }';
    const { graph } = await startTest({ persistedDocuments: { [sha256(list)]: list } });
    expect((await graph({ ...named(sha256(list)), variables: { n: 100 } })).data.books).toHaveLength(100);
    const { errors } = await graph({ ...named(sha256(list)), variables: { n: 101 } });
    expect(errors[0]?.extensions).toMatchObject({ code: 'DOCUMENT_REFUSED', limit: 'pageSize' });
  });

  it('stops the start when it breaks a limit', async () => {
    const deep = `query Deep ${'{ sequel '.repeat(13)}${'}'.repeat(13)}`;
    await expect(startTest({ persistedDocuments: { [sha256(deep)]: deep } })).rejects.toThrow(
      /more than 12 depth/,
    );
  });

  it('is named by urql as the gateway knows it', async () => {
    const { textOf } = await import('@lapor/graph');
    const { parse } = await import('graphql');
    const document = parse('query Book($id: ID!) { book(id: $id) { title } }');
    const known = textOf(document);
    const { gateway } = await startTest({ persistedDocuments: { [sha256(known)]: known } });
    const { createGraphClient } = await import('@lapor/web-client');
    const client = createGraphClient({ application: 'web-citizen', url: `${gateway.address}/graphql` });
    const { data, error } = await client.query(document, { id: '7' }).toPromise();
    expect(error).toBeUndefined();
    expect(data.book.title).toBe('Title 7');
  });
});

describe('the edge', () => {
  it('answers an address it cannot read with 4xx and all headers', async () => {
    const { gateway } = await startTest();
    const raw = await new Promise<string>((resolve) => {
      const { hostname, port } = new URL(gateway.address);
      const socket = connect(Number(port), hostname, () =>
        socket.write('GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk))).on('close', () => resolve(text));
    });
    expect(raw).toMatch(/^HTTP\/1\.1 400/);
    expect(raw.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(raw).not.toContain('FST_');
  });

  it('says whether it lives and whether every service answers, and no more', async () => {
    const well = await startTest();
    expect((await well.request('/health/live')).status).toBe(200);
    expect(await (await well.request('/health/ready')).json()).toEqual({
      status: 'ok',
      services: { books: true, reviews: true },
    });
    const ill = await startTest({ readiness: async () => ({ books: true, reviews: false }) });
    const response = await ill.request('/health/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: 'unavailable',
      services: { books: true, reviews: false },
    });
    const broken = await startTest({ readiness: () => Promise.reject(new Error('postgres://u:p@10.0.0.1')) });
    expect(await (await broken.request('/health/ready')).text()).toBe('{"status":"unavailable"}');
  });

  it('asks the services once for all who ask at the same time', async () => {
    let rounds = 0;
    const { request } = await startTest({
      readiness: () => {
        rounds++;
        return new Promise((resolve) => setImmediate(() => setImmediate(() => resolve({ books: true }))));
      },
    });
    await Promise.all(Array.from({ length: 10 }, () => request('/health/ready')));
    expect(rounds).toBeLessThan(10);
  });
});
