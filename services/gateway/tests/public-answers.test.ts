import { describe, expect, it } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { startTest, tokens } from './start.ts';

const PUBLIC_FIELDS = new Set(['Query.books', 'Book.id', 'Book.title', 'Book.review']);
const BOOKS = { query: '{ books { id title } }' };
const HOUR = new Date(Date.now() + 3_600_000);

/** A gateway that shares for a minute: no test waits for the end of it. */
const start = (overrides: Parameters<typeof startTest>[0] = {}, behaviour = {}) =>
  startTest({ publicFields: PUBLIC_FIELDS, publicAnswerMilliseconds: 60_000, ...overrides }, behaviour);

describe('an answer that readers without any credential share', () => {
  it('is asked of the subgraphs once, is the same to the letter, and has another request id', async () => {
    const { graph, seen } = await start();
    const [first, second] = [await graph(BOOKS), await graph(BOOKS)];
    expect(seen.contexts).toHaveLength(1);
    expect(second.text).toBe(first.text);
    expect(second.data.books).toHaveLength(2);
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(second.headers.get('cache-control')).toBe('no-store');
  });

  it('is the same in every encoding', async () => {
    const { graph, seen } = await start({}, { review: () => 'Fine. '.repeat(500) });
    const asked = { query: '{ books { id review } }' };
    const texts = [];
    for (const encoding of ['identity', 'gzip', 'br'])
      texts.push((await graph(asked, { 'accept-encoding': encoding })).text);
    expect(new Set(texts).size).toBe(1);
    expect(seen.contexts.filter(({ subgraph }) => subgraph === 'reviews')).toHaveLength(1);
  });

  const citizen: Viewer = { kind: 'citizen', accountId: 'c', posts: [], reportGrants: [] };
  it.each<[string, () => Promise<Record<string, string>>]>([
    ['a session', async () => ({ cookie: 'session=good' })],
    ['a session that has ended', async () => ({ cookie: 'session=bad' })],
    ['an API key', async () => ({ authorization: 'Bearer good' })],
    ['the grant of a report', async () => ({ 'report-grant': await tokens.signReportGrant('r', HOUR) })],
    ['a bad grant', async () => ({ 'report-grant': 'nonsense' })],
    [
      'the grant of a hand-over',
      async () => ({
        'hand-over-grant': await tokens.signHandOverGrant(
          { handOverId: 'h', reportId: 'r', organisationId: 'o' },
          HOUR,
        ),
      }),
    ],
    ['an application that is told apart', async () => ({ 'x-lapor-client': 'android' })],
  ])('is neither given to nor taken from somebody with %s', async (_what, headersOf) => {
    const { graph, seen } = await start({
      authenticate: async ({ cookie, authorization }) =>
        cookie?.includes('good')
          ? citizen
          : authorization?.includes('good')
            ? { ...PUBLIC_VIEWER, apiKey: { id: 'k', scopes: ['graph:read'] } }
            : null,
    });
    const headers = await headersOf();
    await graph(BOOKS, headers);
    await graph(BOOKS, headers);
    expect(seen.contexts).toHaveLength(2);
    await graph(BOOKS);
    await graph(BOOKS);
    expect(seen.contexts).toHaveLength(3);
    await graph(BOOKS, headers);
    expect(seen.contexts).toHaveLength(4);
  });

  it('is none with a field that speaks of the viewer', async () => {
    const { graph, seen } = await start();
    const asked = { query: '{ books { id } viewer }' };
    await graph(asked);
    await graph(asked);
    expect(seen.contexts).toHaveLength(2);
  });

  it('is none with an error, and the next reader gets whole data', async () => {
    const behaviour = {
      review: (): string => {
        throw new Error('gone');
      },
    };
    const { graph } = await start({}, behaviour);
    const asked = { query: '{ books { id review } }' };
    const failed = await graph(asked);
    expect(failed.errors).toHaveLength(1);
    behaviour.review = () => 'Fine';
    const whole = await graph(asked);
    expect(whole.errors).toEqual([]);
    expect(whole.data.books[0].review).toBe('Fine');
  });

  it('differs by variables', async () => {
    const { graph } = await start();
    const query = 'query ($first: Int!) { books(first: $first) { id } }';
    expect((await graph({ query, variables: { first: 1 } })).data.books).toHaveLength(1);
    expect((await graph({ query, variables: { first: 3 } })).data.books).toHaveLength(3);
  });

  it('is not what the one reads who has just changed something', async () => {
    const { graph, seen } = await start();
    await graph(BOOKS);
    await graph({ query: 'mutation { addBook(title: "New") { id } }' });
    seen.contexts.length = 0;
    await graph(BOOKS);
    expect(seen.contexts).toHaveLength(1);
  });

  it('is none where nothing is to be shared', async () => {
    const { graph, seen } = await start({ publicAnswerMilliseconds: 0 });
    await graph(BOOKS);
    await graph(BOOKS);
    expect(seen.contexts).toHaveLength(2);
  });

  it('still belongs to a document that the guard lets in', async () => {
    const { graph } = await start();
    await graph(BOOKS);
    expect((await graph({ query: '{ books(first: 1000) { id } }' })).status).toBe(400);
  });
});
