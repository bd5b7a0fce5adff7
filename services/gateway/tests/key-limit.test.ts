import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { createTokens } from '@lapor/viewer';
import { remoteAuthentication } from '../src/remote-services.ts';
import { startTest } from './start.ts';

const KEY = { authorization: 'Bearer lapor_key' };
const usedTooOften = () =>
  Promise.reject(Object.assign(new Error('too often'), { statusCode: 429, retryAfterSeconds: 17 }));

describe('an API key that is used too often', () => {
  it('is told to wait, by the graph', async () => {
    const { graph } = await startTest({ authenticate: usedTooOften });
    const { status, errors, headers } = await graph({ query: '{ viewer }' }, KEY);
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('17');
    expect(errors[0]?.extensions.code).toBe('TOO_MANY_REQUESTS');
  });

  it('is told to wait, by the routes of the services', async () => {
    const { request } = await startTest({
      authenticate: usedTooOften,
      routes: [
        {
          kind: 'local',
          register: async (server) => void server.get('/files/anything', async () => ({ reached: true })),
        },
      ],
    });
    const response = await request('/files/anything', { headers: KEY });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('17');
    expect(await response.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('is told to wait also when the accounts are in a process of their own', async () => {
    const identity = fastify();
    identity.post('/internal/authenticate', async (_request, reply) =>
      reply.code(429).header('retry-after', '23').send({ error: 'too many requests' }),
    );
    const url = await identity.listen({ port: 0, host: '127.0.0.1' });
    const tokens = createTokens('s'.repeat(40));
    const { graph } = await startTest({ authenticate: remoteAuthentication(url, tokens) });
    const { status, headers } = await graph({ query: '{ viewer }' }, KEY);
    expect([status, headers.get('retry-after')]).toEqual([429, '23']);
    await identity.close();
  });
});
