import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { startTest, tokens } from './start.ts';

const citizen: Viewer = { kind: 'citizen', accountId: 'a-1', posts: [], reportGrants: [] };
const TRICKS = {
  'x-viewer': 'admin',
  'x-lapor-viewer': 'admin',
  'x-lapor-source': 'somebody-else',
  'x-forwarded-user': 'admin',
};

async function remoteService() {
  const received: {
    method: string | undefined;
    url: string | undefined;
    headers: IncomingHttpHeaders;
    body: string;
  }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push({ method: request.method, url: request.url, headers: request.headers, body });
    response.writeHead(201, {
      'content-type': 'application/json',
      server: 'inner/1.0',
      'x-powered-by': 'inner',
      'content-security-policy': 'sandbox',
      'set-cookie': 'session=new; HttpOnly',
    });
    response.end('{"id":"f-1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

describe('routes of a service in this process', () => {
  it('have the viewer and its source; what a client says of itself is dropped', async () => {
    const { request } = await startTest({
      authenticate: async () => citizen,
      routes: [
        {
          kind: 'local',
          register: async (server) => {
            server.get('/files/mine', async ({ viewer, headers }) => ({ viewer, headers }));
          },
        },
      ],
    });
    const response = await request('/files/mine', { headers: { cookie: 'session=1', ...TRICKS } });
    const { viewer, headers } = (await response.json()) as { viewer: Viewer; headers: IncomingHttpHeaders };
    expect(viewer).toMatchObject(citizen);
    expect(headers['x-lapor-source']).toBe(viewer.source);
    expect(JSON.stringify(headers)).not.toMatch(/admin|somebody-else/);
  });

  it('fail without telling why, and keep a policy of their own', async () => {
    const { request, lines } = await startTest({
      routes: [
        {
          kind: 'local',
          register: async (server) => {
            server.get('/files/broken', async () => {
              throw new Error('select * from attachment at 10.0.0.1');
            });
            server.get('/files/one', async (_request, reply) =>
              reply.header('content-security-policy', 'sandbox').send('x'),
            );
          },
        },
      ],
    });
    const broken = await request('/files/broken');
    expect(broken.status).toBe(500);
    expect(await broken.json()).toEqual({
      code: 'INTERNAL',
      message: 'Something went wrong',
      requestId: broken.headers.get('x-request-id'),
    });
    expect(lines.join('')).toContain('a request failed');
    expect((await request('/files/one')).headers.get('content-security-policy')).toBe('sandbox');
  });

  it('are not reached from another site in browsers that name the origin only, nor by addresses with U+0000', async () => {
    let calls = 0;
    const { request, gateway } = await startTest({
      routes: [
        {
          kind: 'local',
          register: async (server) => {
            server.post('/files/evidence', async () => ({ calls: ++calls }));
          },
        },
      ],
    });
    const from = async (origin: string) =>
      (await request('/files/evidence', { method: 'POST', headers: { origin } })).status;
    for (const origin of ['https://evil.example', 'https://lapor.example.evil.example', 'null', 'x'])
      expect(await from(origin), origin).toBe(403);
    expect((await request('/files/evidence?organisationId=a%00b', { method: 'POST' })).status).toBe(400);
    expect(calls).toBe(0);
    for (const origin of ['https://lapor.example', gateway.address]) expect(await from(origin)).toBe(200);
  });

  it('cannot be changed from the page of another site', async () => {
    let calls = 0;
    const { request } = await startTest({
      routes: [
        {
          kind: 'local',
          register: async (server) => {
            server.post('/files', async () => ({ calls: ++calls }));
          },
        },
      ],
    });
    for (const site of ['cross-site', 'same-site']) {
      const response = await request('/files', { method: 'POST', headers: { 'sec-fetch-site': site } });
      expect(response.status).toBe(403);
    }
    expect(calls).toBe(0);
    expect(
      (await request('/files', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).status,
    ).toBe(200);
  });
});

describe('routes of a service in a process of its own', () => {
  it('get the signed viewer and the source; credentials and tricks of the client stay here', async () => {
    const { url, received } = await remoteService();
    const { request } = await startTest({
      authenticate: async () => citizen,
      routes: [{ kind: 'remote', prefixes: ['/files'], url }],
    });
    const body = 'x'.repeat(200_000);
    const response = await request('/files/upload?name=a', {
      method: 'POST',
      headers: {
        cookie: 'session=secret',
        authorization: 'Bearer key',
        'content-type': 'image/png',
        ...TRICKS,
      },
      body,
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id: 'f-1' });
    const [{ method, url: path, headers, body: sent }] = received as [(typeof received)[0]];
    expect([method, path, sent.length]).toEqual(['POST', '/files/upload?name=a', body.length]);
    const viewer = await tokens.verifyViewer(headers.authorization!.replace('Bearer ', ''));
    expect(viewer).toMatchObject(citizen);
    expect(headers['x-lapor-source']).toBe(viewer!.source);
    expect(headers['x-request-id']).toBe(response.headers.get('x-request-id'));
    expect(JSON.stringify(headers)).not.toMatch(/session=secret|Bearer key|admin|somebody-else/);
    expect(response.headers.get('content-security-policy')).toBe('sandbox');
    expect(response.headers.get('server')).toBeNull();
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('see the session only when they own it', async () => {
    const { url, received } = await remoteService();
    const { request } = await startTest({
      routes: [{ kind: 'remote', prefixes: ['/auth'], url, seesCookies: true }],
    });
    const response = await request('/auth/get-session', { headers: { cookie: 'session=mine' } });
    expect(received[0]!.headers.cookie).toBe('session=mine');
    expect(response.headers.get('set-cookie')).toContain('session=new');
  });

  it.each([
    '/internal/events',
    '/files/../internal/events',
    '/files/%2e%2e/internal/events',
    '/filesystem',
    '/graphql/x',
  ])('cannot be reached beside their prefixes: %s', async (path) => {
    const { url, received } = await remoteService();
    const { gateway } = await startTest({ routes: [{ kind: 'remote', prefixes: ['/files'], url }] });
    const { get } = await import('node:http');
    const { hostname, port } = new URL(gateway.address);
    const status = await new Promise<number>((resolve, reject) =>
      get({ hostname, port, path }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      }).on('error', reject),
    );
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(received).toEqual([]);
  });

  it('are told as not answering when they are down, without their address', async () => {
    const { request } = await startTest({
      routes: [{ kind: 'remote', prefixes: ['/files'], url: 'http://127.0.0.1:1' }],
    });
    const response = await request('/files/1');
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(text).not.toMatch(/127\.0\.0\.1|ECONN/);
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('security headers', () => {
  it('stand on every kind of answer', async () => {
    const { url } = await remoteService();
    const { request } = await startTest({ routes: [{ kind: 'remote', prefixes: ['/files'], url }] });
    const answers = await Promise.all([
      request('/health/live'),
      request('/nothing'),
      request('/graphql'),
      request('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
      request('/files/1'),
    ]);
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('geolocation=(self), camera=(self)');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toContain('max-age=');
      expect(headers.get('content-security-policy')).toBeTruthy();
      expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('promise https only where people use it', async () => {
    const { request } = await startTest({ publicUrl: 'http://localhost:4000' });
    const { headers } = await request('/health/live');
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
