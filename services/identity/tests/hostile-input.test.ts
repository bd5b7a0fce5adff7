import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citizen, CITY_ADMIN, officer } from './people.ts';
import { runIdentity, type RunningIdentity } from './running-identity.ts';

const NUL = 'a\0b';
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('what no page of ours would send', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());

  it.each([
    ['/sign-up/email', { email: `q${NUL}@example.test`, name: 'x', password: 'payung biru di halte' }],
    ['/sign-up/email', { email: 'q@example.test', name: NUL, password: 'payung biru di halte' }],
    [
      '/sign-up/email',
      { email: 'q@example.test', name: 'x'.repeat(15_000), password: 'payung biru di halte' },
    ],
    ['/sign-in/email', { email: `q${NUL}@example.test`, password: NUL }],
    ['/sign-in/email-otp', { email: `q${NUL}@example.test`, otp: NUL }],
    ['/email-otp/verify-email', { email: `q${NUL}@example.test`, otp: NUL }],
    ['/two-factor/verify-totp', { code: NUL }],
    ['/invitations/accept', { token: NUL, password: NUL }],
  ])('to %s is refused as a mistake: %#', async (path, body) => {
    expect((await running.browser().post(path, body)).status).toBe(400);
    expect(await running.sql(`select 1 from identity.account where email like 'q%'`)).toEqual([]);
  });

  it('in an address is refused as a mistake', async () => {
    for (const path of ['/oidc/start?provider=a%00b', '/oidc/provider?email=a%40b%00.id'])
      expect((await running.browser().get(path)).status, path).toBe(400);
  });

  it('inside a session is refused as a mistake', async () => {
    const warga = await citizen(running);
    expect((await warga.put('/profile', { name: NUL })).status).toBe(400);
    const admin = await officer(running, 'admin-1', CITY_ADMIN);
    expect((await admin.post('/api-keys', { label: NUL, days: 1, scopes: ['reports:read'] })).status).toBe(
      400,
    );
    expect((await admin.post('/acting-post', { role: 'AGENCY_ADMIN', organisationId: NUL })).status).toBe(
      400,
    );
  });

  it.each(['/sign-in/email', '/password/reset', '/passkeys/sign-in', '/invitations/open'])(
    'nested without end is refused by %s',
    async (path) => {
      const { statusCode } = await running.server.inject({
        method: 'POST',
        url: `/auth${path}`,
        headers: { origin: 'https://lapor.example', 'content-type': 'application/json' },
        payload: `{"email":${nested(7_000)},"token":${nested(100)},"password":"x"}`,
      });
      expect(statusCode).toBe(400);
    },
  );
});
