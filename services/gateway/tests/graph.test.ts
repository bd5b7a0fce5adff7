import { describe, expect, it } from 'vitest';
import { createTokens, hasRole, type Viewer } from '@lapor/viewer';
import { startTest, tokens } from './start.ts';

describe('the graph', () => {
  it('joins local subgraphs in one answer, instants in ISO form', async () => {
    const { graph, seen } = await startTest();
    const { status, data, headers } = await graph({
      query: '{ book(id: "1") { title publishedAt review } }',
    });
    expect(status).toBe(200);
    expect(data).toEqual({
      book: { title: 'Title 1', publishedAt: '2026-11-20T02:40:00.000Z', review: 'Fine: 1' },
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(seen.contexts.map(({ subgraph }) => subgraph).sort()).toEqual(['books', 'reviews']);
  });

  it('makes the context of a subgraph once per request, with the id of the request', async () => {
    const { graph, seen } = await startTest();
    const { headers } = await graph({
      query:
        '{ a: book(id: "1") { sequel { review sequel { review } } } b: books { review } viewer reviewer }',
    });
    expect(seen.contexts).toHaveLength(2);
    for (const { context } of seen.contexts) expect(context.requestId).toBe(headers.get('x-request-id'));
    await graph({ query: '{ viewer }' });
    expect(seen.contexts).toHaveLength(3);
  });

  it('runs mutations and takes variables', async () => {
    const { graph } = await startTest();
    const { data } = await graph({
      query: 'mutation Add($title: String!) { addBook(title: $title) { title review } }',
      variables: { title: 'Laskar' },
    });
    expect(data).toEqual({ addBook: { title: 'Laskar', review: 'Fine: new' } });
  });

  it.each([
    ['an unknown field', '{ bok(id: "1") { title } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a text that is none', '{ book(', {}, 'GRAPHQL_PARSE_FAILED'],
    [
      'a variable of the wrong kind',
      'query ($n: Int!) { books(first: $n) { id } }',
      { n: 'x' },
      'BAD_USER_INPUT',
    ],
    [
      'a value only the subgraph can read',
      'query ($at: DateTime) { books(since: $at) { id } }',
      { at: 'x' },
      'BAD_USER_INPUT',
    ],
    ['a literal only the subgraph can read', '{ books(since: "yesterday") { id } }', {}, 'BAD_USER_INPUT'],
  ])('tells %s as 4xx', async (_what, query, variables, code) => {
    const { graph } = await startTest();
    const { status, errors, text } = await graph({ query, variables });
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe(code);
    expect(text).not.toContain('Did you mean');
  });

  it('tells a refusal of a service with its code and message, and nothing else it carries', async () => {
    const { graph } = await startTest();
    const { status, errors } = await graph({ query: '{ forbidden }' });
    expect(status).toBe(403);
    expect(errors).toEqual([
      {
        message: 'Only librarians may',
        path: ['forbidden'],
        extensions: { code: 'FORBIDDEN', requestId: expect.any(String) },
      },
    ]);
  });

  it('compresses long answers for those who can read them', async () => {
    const { request } = await startTest();
    const response = await request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lapor-client': 'test', 'accept-encoding': 'gzip' },
      body: JSON.stringify({ query: '{ books(first: 90) { id title publishedAt review } }' }),
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(((await response.json()) as any).data.books).toHaveLength(90);
  });
});

describe('what may be seen of the schema', () => {
  const introspection = '{ __schema { types { name } } }';
  const analyst: Viewer = {
    kind: 'officer',
    posts: [{ role: 'ANALYST', organisationId: 'o' }],
    reportGrants: [],
  };

  it('is nothing for the public, not even in a fragment', async () => {
    const { graph } = await startTest();
    for (const query of [
      introspection,
      '{ __type(name: "Book") { name } }',
      'query { ...Q } fragment Q on Query { __schema { types { name } } }',
    ]) {
      const { status, errors } = await graph({ query });
      expect(status).toBe(400);
      expect(errors[0]?.extensions).toMatchObject({ code: 'DOCUMENT_REFUSED', limit: 'introspection' });
    }
    expect((await graph({ query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
  });

  it('is everything for an analyst and in development, with suggestions', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect(hasRole(analyst, 'ANALYST')).toBe(true);
    const forAnalysts = await startTest({ authenticate: async () => analyst });
    const withKey = { authorization: 'Bearer key' };
    const full = await forAnalysts.graph({ query: getIntrospectionQuery() }, withKey);
    expect(full.data.__schema.types.length).toBeGreaterThan(5);
    expect((await forAnalysts.graph({ query: '{ bok { id } }' }, withKey)).text).toContain('Did you mean');
    const open = await startTest({ production: false });
    expect((await open.graph({ query: introspection })).status).toBe(200);
  });
});

describe('the viewer', () => {
  const officer: Viewer = {
    kind: 'officer',
    accountId: 'a-1',
    posts: [{ role: 'LIAISON_OFFICER', organisationId: 'opd-1' }],
    reportGrants: [],
  };
  const seenBy = async (server: Awaited<ReturnType<typeof startTest>>, headers = {}) =>
    JSON.parse((await server.graph({ query: '{ viewer }' }, headers)).data.viewer) as Viewer;

  it('is the public without a session, and accounts are not asked', async () => {
    const server = await startTest({
      authenticate: () => Promise.reject(new Error('accounts are down')),
    });
    expect(await seenBy(server)).toMatchObject({ kind: 'public', posts: [], reportGrants: [] });
  });

  it('comes from the cookie, and a session that is over is the public', async () => {
    const server = await startTest({
      authenticate: async ({ cookie }) => (cookie === 'session=good' ? officer : null),
    });
    expect(await seenBy(server, { cookie: 'session=good' })).toMatchObject(officer);
    expect(await seenBy(server, { cookie: 'session=old' })).toMatchObject({ kind: 'public' });
  });

  it('is refused with a bad API key', async () => {
    const { graph } = await startTest();
    const { status, errors } = await graph({ query: '{ viewer }' }, { authorization: 'Bearer nonsense' });
    expect(status).toBe(401);
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('cannot be known while accounts do not answer: told as something to try again', async () => {
    const hanging = await startTest({ authenticate: () => new Promise(() => {}) });
    const { status, errors, headers } = await hanging.graph(
      { query: '{ viewer }' },
      { cookie: 'session=good' },
    );
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('2');
    expect(errors[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  });

  it('carries at most ten report grants, verified ones only, and never those it names itself', async () => {
    const server = await startTest({ authenticate: async () => ({ ...officer, reportGrants: ['forged'] }) });
    const until = new Date(Date.now() + 60_000);
    const grants = await Promise.all(
      Array.from({ length: 12 }, (_unused, index) => tokens.signReportGrant(`r${index}`, until)),
    );
    const viewer = await seenBy(server, {
      cookie: 'c',
      'report-grant': `${grants[0]}, nonsense, ${grants[1]},`,
    });
    expect(viewer.reportGrants).toEqual(['r0', 'r1']);
    const many = await seenBy(server, { 'report-grant': grants.join(',') });
    expect(many.reportGrants).toHaveLength(10);
    const other = await tokens.signViewer(officer);
    expect((await seenBy(server, { 'report-grant': other })).reportGrants).toEqual([]);
  });

  it('carries hand-over grants, verified ones only, and never those it names itself', async () => {
    const forged = { handOverId: 'f', reportId: 'r', organisationId: 'o' };
    const server = await startTest({ authenticate: async () => ({ ...officer, handOverGrants: [forged] }) });
    const grant = { handOverId: 'h', reportId: 'r', organisationId: 'o' };
    const until = new Date(Date.now() + 60_000);
    const token = await tokens.signHandOverGrant(grant, until);
    const expired = await tokens.signHandOverGrant(grant, new Date(Date.now() - 1_000));
    const reporters = await tokens.signReportGrant('r', until);
    const sent = { cookie: 'c', 'hand-over-grant': `${token}, nonsense, ${expired}, ${reporters}` };
    expect((await seenBy(server, sent)).handOverGrants).toEqual([grant]);
    expect((await seenBy(server, { cookie: 'c' })).handOverGrants).toBeUndefined();
    expect((await seenBy(server, { 'report-grant': token })).reportGrants).toEqual([]);
  });

  it('has a source that tells no address, stays for a day and changes with the next', async () => {
    const server = await startTest({ trustProxy: true });
    const from = (address: string) => seenBy(server, { 'x-forwarded-for': address });
    const { source } = await from('203.0.113.7');
    expect(source).toMatch(/^[\w-]{22}$/);
    expect((await from('203.0.113.7')).source).toBe(source);
    expect((await from('203.0.113.8')).source).not.toBe(source);
    expect((await from('2001:db8:1:2::1')).source).toBe((await from('2001:db8:1:2:ffff::9')).source);
    server.clock.set('2026-11-21T00:00:00Z');
    expect((await from('203.0.113.7')).source).not.toBe(source);
    expect(server.lines.join()).not.toContain('203.0.113');
  });

  it('at a door is nobody with a name, told from others by the sender', async () => {
    const server = await startTest({ trustProxy: true, authenticate: async () => officer });
    const pass = (sender: string) => tokens.signDoorPass({ channel: 'SMS', sender });
    const at = async (sender: string, address: string) =>
      seenBy(server, { 'x-lapor-door': await pass(sender), 'x-forwarded-for': address });
    const [one, other] = ['ab'.repeat(16), 'cd'.repeat(16)];
    const viewer = await at(one, '203.0.113.7');
    expect(viewer).toMatchObject({
      kind: 'public',
      posts: [],
      reportGrants: [],
      channel: 'SMS',
      isAtDoor: true,
    });
    expect(viewer.accountId).toBeUndefined();
    expect((await at(one, '203.0.113.8')).source).toBe(viewer.source);
    expect((await at(other, '203.0.113.7')).source).not.toBe(viewer.source);
    const grant = await tokens.signReportGrant('r0', new Date(Date.now() + 60_000));
    const opened = await seenBy(server, { 'x-lapor-door': await pass(one), 'report-grant': grant });
    expect(opened.reportGrants).toEqual(['r0']);
  });

  it('is nobody at all with a pass that is not ours, or beside a cookie or a key', async () => {
    const server = await startTest({ authenticate: async () => officer });
    const good = await tokens.signDoorPass({ channel: 'SMS', sender: 'ab'.repeat(16) });
    const forged = await createTokens('f'.repeat(40)).signDoorPass({
      channel: 'SMS',
      sender: 'ab'.repeat(16),
    });
    const status = async (headers: Record<string, string>) =>
      (await server.graph({ query: '{ viewer }' }, headers)).status;
    expect(await status({ 'x-lapor-door': good })).toBe(200);
    for (const pass of [forged, '', 'nonsense', await tokens.signService('channels'), `${good}, ${good}`])
      expect(await status({ 'x-lapor-door': pass }), pass).toBe(401);
    expect(await status({ 'x-lapor-door': good, cookie: 'c' })).toBe(401);
    expect(await status({ 'x-lapor-door': good, authorization: 'Bearer key' })).toBe(401);
    expect(server.seen.contexts).toHaveLength(1);
  });

  it('is what the proxy says, whatever the client wrote before it', async () => {
    const server = await startTest({ trustProxy: true });
    const { source } = await seenBy(server, { 'x-forwarded-for': '203.0.113.7' });
    const forged = await seenBy(server, { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' });
    expect(forged.source).toBe(source);
    expect((await seenBy(server)).source).not.toBe(source);
  });

  it('does not believe a forwarded address unless a proxy is trusted', async () => {
    const server = await startTest();
    const { source } = await seenBy(server);
    expect((await seenBy(server, { 'x-forwarded-for': '203.0.113.7' })).source).toBe(source);
  });
});
