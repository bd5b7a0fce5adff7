import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { createLibrary } from './library.ts';
import { startTest, tokens } from './start.ts';

const NASTY = `Failed query: select * from reports.identity where nik = '3201' at http://10.1.2.3:5432/reports (/srv/app/src/x.ts:12:3)`;
const LEAK = /select|10\.1\.2|5432|\/srv|identity|nik|serviceName|stack|internal\b|ECONN|127\.0\.0\.1/;
const QUERY = '{ book(id: "1") { title review } }';

/** A process of its own that answers as it is told. */
async function remote(answer: (request: IncomingMessage, response: ServerResponse, body: any) => void) {
  const received: { headers: IncomingMessage['headers']; body: any; port: number | undefined }[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text);
    received.push({ headers: request.headers, body, port: request.socket.remotePort });
    answer(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, received };
}

const withRemoteReviews = (url: string) => {
  const { books } = createLibrary({}, { contexts: [] });
  return {
    subgraphs: {
      books: { kind: 'local' as const, subgraph: books },
      reviews: { kind: 'remote' as const, url },
    },
  };
};

const json = (response: ServerResponse, value: unknown, status = 200) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));

async function expectOnlyOwnFieldsLost(
  server: Awaited<ReturnType<typeof startTest>>,
  code: string,
  query = QUERY,
) {
  const start = performance.now();
  const { status, data, errors, text, headers } = await server.graph({ query });
  expect(performance.now() - start).toBeLessThan(3_000);
  expect(status).toBe(200);
  expect(JSON.stringify(data)).toContain('"title":"Title');
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ extensions: { code, requestId: headers.get('x-request-id') } });
  expect(Object.keys(errors[0]!.extensions).sort()).toEqual(['code', 'requestId']);
  expect(text).not.toMatch(LEAK);
  return errors[0]!;
}

describe('a subgraph in this process', () => {
  it('that throws costs its fields, with one masked error, however many rows miss them', async () => {
    const server = await startTest({}, { review: () => Promise.reject(new Error(NASTY)) });
    const error = await expectOnlyOwnFieldsLost(server, 'INTERNAL', '{ books(first: 20) { title review } }');
    expect(error.message).toBe('Something went wrong');
  });

  it('that throws at once, or cannot make its context, costs its fields', async () => {
    const throwing = await startTest(
      {},
      {
        review: () => {
          throw new Error(NASTY);
        },
      },
    );
    await expectOnlyOwnFieldsLost(throwing, 'INTERNAL');
    const broken = await startTest(
      {},
      {
        context: () => {
          throw new Error(NASTY);
        },
      },
    );
    await expectOnlyOwnFieldsLost(broken, 'SERVICE_UNAVAILABLE');
  });

  it('that hangs costs its fields once, even when the plan needs it again and again', async () => {
    const server = await startTest({}, { review: () => new Promise(() => {}) });
    const start = performance.now();
    await expectOnlyOwnFieldsLost(
      server,
      'SERVICE_UNAVAILABLE',
      '{ book(id: "1") { title review sequel { review sequel { review } } } reviewer }',
    );
    expect(performance.now() - start).toBeLessThan(800);
  });

  it('whose database is away is told as something to try again', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    const server = await startTest(
      {},
      { review: () => Promise.reject(new Error('read', { cause: refused })) },
    );
    const error = await expectOnlyOwnFieldsLost(server, 'SERVICE_UNAVAILABLE');
    expect(error.message).toMatch(/try again/);
  });

  it('that mistakes an inner error for a client error still leaks nothing', async () => {
    const { GraphQLError } = await import('graphql');
    const server = await startTest(
      {},
      {
        review: () => Promise.reject(new GraphQLError(NASTY, { extensions: { code: 'BAD_USER_INPUT' } })),
      },
    );
    await expectOnlyOwnFieldsLost(server, 'BAD_USER_INPUT');
  });

  it('is logged with the reason and the id of the request, without the values a driver quotes', async () => {
    const server = await startTest({}, { review: () => Promise.reject(new Error(NASTY)) });
    const { headers } = await server.graph({ query: QUERY });
    const line = server.lines.find((text) => text.includes('a subgraph failed'))!;
    expect(JSON.parse(line)).toMatchObject({
      subgraph: 'reviews',
      requestId: headers.get('x-request-id'),
      err: { type: 'Error' },
    });
    expect(line).not.toContain('3201');
  });
});

describe('a subgraph in a process of its own', () => {
  const viewer: Viewer = {
    kind: 'citizen',
    accountId: 'a-1',
    posts: [],
    reportGrants: [],
  };

  it('gets the signed viewer and the id of the request, never the credentials of the client', async () => {
    const { url, received } = await remote((_request, response) =>
      json(response, { data: { _entities: [{ __typename: 'Book', review: 'Good' }] } }),
    );
    const server = await startTest({ ...withRemoteReviews(url), authenticate: async () => viewer });
    const { data, headers } = await server.graph({ query: QUERY }, { cookie: 'session=secret' });
    expect(data).toEqual({ book: { title: 'Title 1', review: 'Good' } });
    const [{ headers: sent, body }] = received as [(typeof received)[0]];
    expect(await tokens.verifyViewer(sent.authorization!.replace('Bearer ', ''))).toMatchObject(viewer);
    expect(sent['x-request-id']).toBe(headers.get('x-request-id'));
    expect(JSON.stringify(sent)).not.toContain('session=secret');
    expect(body.variables.representations).toEqual([{ __typename: 'Book', id: '1' }]);
  });

  it('is asked again over the same connection', async () => {
    const { url, received } = await remote((_request, response) =>
      json(response, { data: { reviewer: 'x' } }),
    );
    const server = await startTest(withRemoteReviews(url));
    for (let round = 0; round < 5; round++) await server.graph({ query: '{ reviewer }' });
    expect(new Set(received.map(({ port }) => port)).size).toBe(1);
  });

  it.each<[string, string, (request: IncomingMessage, response: ServerResponse) => void]>([
    ['hangs', 'SERVICE_UNAVAILABLE', () => {}],
    [
      'hangs in the middle of its answer',
      'SERVICE_UNAVAILABLE',
      (_q, r) => void r.writeHead(200).write('{"data":'),
    ],
    ['breaks off', 'SERVICE_UNAVAILABLE', (request) => request.socket.destroy()],
    ['answers HTML', 'SERVICE_UNAVAILABLE', (_q, r) => void r.writeHead(502).end(`<h1>${NASTY}</h1>`)],
    ['answers something else', 'SERVICE_UNAVAILABLE', (_q, r) => void json(r, 'no')],
    ['answers no entities', 'INTERNAL', (_q, r) => void json(r, { data: { _entities: [] } })],
    [
      'throws',
      'INTERNAL',
      (_q, r) =>
        void json(r, {
          data: { _entities: [{ __typename: 'Book', review: null }] },
          errors: [
            {
              message: NASTY,
              path: ['_entities', 0, 'review'],
              extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: [NASTY] },
            },
          ],
        }),
    ],
    [
      'does not know the planned query',
      'INTERNAL',
      (_q, r) =>
        void json(
          r,
          {
            errors: [
              { message: 'Cannot query field "review"', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
            ],
          },
          400,
        ),
    ],
    [
      'has lost its database',
      'SERVICE_UNAVAILABLE',
      (_q, r) =>
        void json(r, {
          data: null,
          errors: [
            { message: 'connect ECONNREFUSED 10.1.2.3:5432', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
          ],
        }),
    ],
  ])('that %s costs its fields only', async (_what, code, answer) => {
    const { url } = await remote(answer);
    await expectOnlyOwnFieldsLost(await startTest(withRemoteReviews(url)), code);
  });

  it('that is down costs its fields only, and serves again when it is back', async () => {
    const gone = await startTest(withRemoteReviews('http://127.0.0.1:1/graphql'));
    await expectOnlyOwnFieldsLost(gone, 'SERVICE_UNAVAILABLE');
    let isDown = true;
    const { url } = await remote((request, response) =>
      isDown ? request.socket.destroy() : json(response, { data: { _entities: [{ review: 'Back' }] } }),
    );
    const server = await startTest(withRemoteReviews(url));
    await expectOnlyOwnFieldsLost(server, 'SERVICE_UNAVAILABLE');
    isDown = false;
    expect((await server.graph({ query: QUERY })).data.book.review).toBe('Back');
  });

  it('tells a value it cannot read as the mistake of the client', async () => {
    const { url } = await remote((_request, response) =>
      json(
        response,
        {
          errors: [
            {
              message: 'DateTime cannot represent an invalid date',
              extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
            },
          ],
        },
        400,
      ),
    );
    const server = await startTest(withRemoteReviews(url));
    const { status, errors } = await server.graph({ query: '{ reviewer }' });
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('the whole', () => {
  it('tells when a value is missing that must be there, though no subgraph said why', async () => {
    const { url } = await remote((_request, response) => json(response, { data: { book: { title: null } } }));
    const { reviews } = createLibrary({}, { contexts: [] });
    const server = await startTest({
      subgraphs: { books: { kind: 'remote', url }, reviews: { kind: 'local', subgraph: reviews } },
    });
    const { status, data, errors } = await server.graph({ query: '{ book(id: "1") { title } }' });
    expect([status, data]).toEqual([200, { book: null }]);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);
    expect(server.lines.join('')).toContain('the graph failed');
  });

  it('starts only when every subgraph of the supergraph has a place', async () => {
    await expect(startTest({ subgraphs: {} })).rejects.toThrow(/subgraph (books|reviews)/);
  });
  it('never puts a field of a failure into the answer besides data and errors', async () => {
    const server = await startTest({ authenticate: async () => PUBLIC_VIEWER });
    const { text } = await server.graph({ query: QUERY });
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['data']);
  });
});
