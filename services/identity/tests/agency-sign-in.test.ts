import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { passProvider, SECRET, startProvider, type Person } from './openid-provider.ts';
import {
  actions,
  addressOf,
  CITY_ADMIN,
  citizen,
  DESK,
  LIAISON,
  officer,
  openSession,
  registerOfficer,
  viewerOf,
} from './people.ts';
import {
  PASSWORD,
  runIdentity,
  type Answer,
  type Browser,
  type RunningIdentity,
  type ToldPost,
} from './running-identity.ts';

const ORGANISATION = CITY_ADMIN.organisationId;
const WITHIN: ToldPost = { ...LIAISON, governmentId: ORGANISATION };

describe('an agency’s own sign-in', () => {
  // Over plain http, as outside production.
  const publicUrl = 'http://localhost:4000';
  let running: RunningIdentity;
  let agency: Awaited<ReturnType<typeof startProvider>>;
  const callback = (organisationId = ORGANISATION) => `${publicUrl}/auth/oidc/callback/${organisationId}`;

  beforeAll(async () => {
    running = await runIdentity({ publicUrl });
    agency = await startProvider([callback(), callback('kemensos')]);
  });
  afterAll(async () => {
    await agency.close();
    await running[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await running.reset();
    agency.desk.person = { sub: 'person-1', email: addressOf('officer-1'), email_verified: true };
  });

  const settings = (more: object = {}) => ({
    name: 'SSO Kota Pariaman',
    issuer: agency.issuer,
    clientId: 'lapor',
    clientSecret: SECRET,
    mailDomains: ['example.test'],
    trustsSecondFactor: false,
    ...more,
  });
  const visit = (browser: Browser, url: URL | string, headers: Record<string, string> = {}) => {
    const { pathname, search } = new URL(url, publicUrl);
    return browser.get(`${pathname.replace(/^\/auth/, '')}${search}`, headers);
  };
  const browserHere = () => running.browser();
  const signIn = (id: string) => openSession(running, id);
  async function setUp(more: object = {}) {
    await registerOfficer(running, 'admin-1', [CITY_ADMIN]);
    await registerOfficer(running, 'desk-of-trust', [DESK]);
    const admin = await signIn('admin-1');
    // What only the desk may set is set by the desk.
    const by = 'trustsSecondFactor' in more ? await signIn('desk-of-trust') : admin;
    const saved = await by.put(`/oidc-providers/${ORGANISATION}`, settings(more));
    expect(saved.status).toBe(200);
    return admin;
  }
  const start = (browser: Browser, to = '/instansi/laporan/1?a=b') =>
    visit(browser, `/auth/oidc/start?provider=${ORGANISATION}&to=${encodeURIComponent(to)}`);
  async function come(browser = browserHere(), to?: string): Promise<{ browser: Browser; answer: Answer }> {
    const sent = await start(browser, to);
    expect(sent.status).toBe(302);
    const back = await passProvider(String(sent.headers.location), publicUrl);
    return { browser, answer: await visit(browser, back) };
  }
  const place = (answer: Answer) => String(answer.headers.location);

  it('is found by mail domain alone, and nothing else of an address is looked at', async () => {
    await registerOfficer(running, 'of-the-city', [WITHIN]);
    await running.sql(
      `update identity.account set email = 'budi@pariamankota.go.id' where id = 'of-the-city'`,
    );
    await setUp({ mailDomains: ['Pariamankota.go.id', 'example.test'] });
    const found = (email: string) =>
      visit(browserHere(), `/auth/oidc/provider?email=${encodeURIComponent(email)}`);
    const known = { providerId: ORGANISATION, name: 'SSO Kota Pariaman' };
    for (const email of ['a@PARIAMANKOTA.go.id', '@example.test', 'nobody@example.test'])
      expect((await found(email)).body).toEqual(known);
    for (const email of ['a@other.test', 'a@sub.example.test', 'a', '@', ''])
      expect((await found(email)).text).toBe('null');
  });

  it('lets an officer in who has no second factor here only as far as enrolling one', async () => {
    await setUp();
    await registerOfficer(running, 'officer-1', [WITHIN], { isEnrolled: false });
    const { browser, answer } = await come();
    expect([answer.status, place(answer)]).toEqual([302, '/instansi/laporan/1?a=b']);
    expect(await viewerOf(running, browser)).toMatchObject({ posts: [], mustEnrol: true });
  });

  it('asks an officer with a second factor for it, unless the agency vouches', async () => {
    await setUp();
    await registerOfficer(running, 'officer-1', [WITHIN]);
    agency.desk.person.amr = ['pwd', 'otp'];
    const { browser, answer } = await come();
    expect(place(answer)).toBe('/instansi/laporan/1?a=b&sign-in=second-factor');
    expect(await viewerOf(running, browser)).toBeNull();
    const code = (await running.identity.currentTotp('officer-1'))!.code;
    const wrong = code === '000000' ? '111111' : '000000';
    expect((await browser.post('/two-factor/verify-totp', { code: wrong })).status).toBe(401);
    expect((await browser.post('/two-factor/verify-totp', { code })).status).toBe(200);
    expect(await viewerOf(running, browser)).toMatchObject({ accountId: 'officer-1', posts: [LIAISON] });
  });

  it.each<[Partial<Person>, boolean]>([
    [{ amr: ['pwd', 'otp'] }, true],
    [{ amr: ['mfa'] }, true],
    [{ acr: 'phr' }, true],
    [{ amr: ['pwd'] }, false],
    [{ acr: 'low' }, false],
    [{}, false],
  ])('that is trusted for second factors vouches by its claims (%j): %s', async (claims, vouches) => {
    await setUp({ trustsSecondFactor: true });
    await registerOfficer(running, 'officer-1', [WITHIN]);
    Object.assign(agency.desk.person, claims);
    const { browser, answer } = await come();
    expect(place(answer).includes('second-factor')).toBe(!vouches);
    expect((await viewerOf(running, browser))?.posts).toEqual(vouches ? [LIAISON] : undefined);
    if (vouches)
      expect((await browser.get('/sessions')).body.sessions[0]).toMatchObject({ way: 'AGENCY_SIGN_IN' });
  });

  it('makes no account, and lets nobody in who is not its own', async () => {
    await setUp({ trustsSecondFactor: true });
    agency.desk.person.amr = ['mfa'];
    const isRefused = async () => {
      const { browser, answer } = await come();
      expect(place(answer)).toBe('/instansi/laporan/1?a=b&sign-in=refused');
      expect(await viewerOf(running, browser)).toBeNull();
    };
    // Nobody with this address.
    await isRefused();
    // An officer of another government, one with a post elsewhere too, a suspended one, one without any post.
    await registerOfficer(running, 'officer-1', [{ ...LIAISON, governmentId: 'pemkot-13-71' }]);
    await isRefused();
    for (const posts of [
      [WITHIN, DESK],
      [WITHIN, { ...DESK, from: '2027-01-01T00:00:00.000Z' }],
      [LIAISON],
      [],
    ]) {
      await running.posts('officer-1', posts);
      await isRefused();
    }
    await running.posts('officer-1', [WITHIN], { isSuspended: true });
    await isRefused();
    // A citizen, whatever posts there are for the id.
    agency.desk.person.email = 'warga@example.test';
    const browser = browserHere();
    const person = await citizen(running, 'warga@example.test', browser);
    const { id } = (await person.get('/get-session')).body.user;
    await running.posts(id, [WITHIN]);
    await isRefused();
    // The admin, the desk, the officer and the citizen.
    expect(await running.sql('select count(*)::int as n from identity.account')).toEqual([{ n: 4 }]);
    // And the right one is let in.
    agency.desk.person.email = addressOf('officer-1');
    await running.posts('officer-1', [WITHIN]);
    expect(place((await come()).answer)).toBe('/instansi/laporan/1?a=b');
  });

  it.each<[string, Partial<Person>]>([
    ['is not verified', { email_verified: false }],
    ['is of another domain than the agency’s', { email: 'officer-1@other.test' }],
  ])('does not believe an address that %s', async (_name, claims) => {
    await setUp({ trustsSecondFactor: true });
    await registerOfficer(running, 'officer-1', [WITHIN]);
    await running.sql(`update identity.account set email = $1 where id = 'officer-1'`, [
      claims.email ?? addressOf('officer-1'),
    ]);
    Object.assign(agency.desk.person, { amr: ['mfa'], ...claims });
    const { browser, answer } = await come();
    expect(place(answer)).toContain('sign-in=refused');
    expect(await viewerOf(running, browser)).toBeNull();
  });

  it('believes an address that stands in the signed statement itself as well', async () => {
    const telling = await startProvider([callback()], { conformIdTokenClaims: false });
    telling.desk.person = { sub: 's', email: addressOf('officer-1'), email_verified: true, amr: ['mfa'] };
    await setUp({ trustsSecondFactor: true, issuer: telling.issuer });
    await registerOfficer(running, 'officer-1', [WITHIN]);
    const { browser } = await come();
    expect(await viewerOf(running, browser)).toMatchObject({ accountId: 'officer-1' });
    await telling.close();
  });

  it('knows the person behind an address: given to somebody else there, it opens nothing here until it is renewed', async () => {
    await setUp({ trustsSecondFactor: true });
    await registerOfficer(running, 'officer-1', [WITHIN]);
    agency.desk.person.amr = ['mfa'];
    expect(place((await come()).answer)).toBe('/instansi/laporan/1?a=b');
    agency.desk.person.sub = 'person-2';
    expect(place((await come()).answer)).toContain('refused');
    agency.desk.person.sub = 'person-1';
    expect(place((await come()).answer)).toBe('/instansi/laporan/1?a=b');
    running.directory.set('officer-1', { name: 'P', email: addressOf('officer-1') });
    const { token } = await running.invite('officer-1', { isRenewal: true });
    await browserHere().post('/invitations/accept', { token, password: 'payung biru di halte' });
    agency.desk.person.sub = 'person-2';
    expect(place((await come()).answer)).toBe('/instansi/laporan/1?a=b');
  });

  it('is told to whoever it lets in for the first time: an admin who lends the account does not do so unseen', async () => {
    await setUp({ trustsSecondFactor: true });
    await registerOfficer(running, 'officer-1', [WITHIN]);
    agency.desk.person.amr = ['mfa'];
    // What the tests before have set going.
    await running.identity.settle();
    running.mails.length = 0;
    await come();
    await come();
    await running.identity.settle();
    expect(running.mails.map(({ template, to, facts }) => [template, to, facts.change])).toEqual([
      ['second-factor-changed', addressOf('officer-1'), 'AGENCY_SIGN_IN_TIED'],
    ]);
  });

  describe('when something is bent', () => {
    beforeEach(async () => {
      await setUp({ trustsSecondFactor: true });
      await registerOfficer(running, 'officer-1', [WITHIN]);
      agency.desk.person.amr = ['mfa'];
    });
    /** What the agency's answer came to, for the eyes and for the session. */
    const outcomeOf = async (browser: Browser, address: URL | string) => {
      const answer = await visit(browser, address);
      const isIn = (await viewerOf(running, browser)) !== null;
      return [place(answer).includes('sign-in=refused') ? 'refused' : 'accepted', isIn ? 'in' : 'out'];
    };
    const REFUSED = ['refused', 'out'];
    const answered = async (browser: Browser) => {
      const sent = await start(browser);
      return passProvider(String(sent.headers.location), publicUrl);
    };

    it('takes an answer only from the browser that asked, and only once', async () => {
      const browser = browserHere();
      const back = await answered(browser);
      expect(await outcomeOf(browserHere(), back)).toEqual(REFUSED);
      const other = browserHere();
      await start(other);
      expect(await outcomeOf(other, back)).toEqual(REFUSED);
      expect(place(await visit(browser, back))).toBe('/instansi/laporan/1?a=b');
      const cookies = new Map(browser.cookies);
      const again = browserHere();
      for (const [name, value] of cookies) again.cookies.set(name, value);
      again.cookies.delete('lapor.session_token');
      expect(await outcomeOf(again, back)).toEqual(REFUSED);
    });

    it('refuses a changed state, a missing one, a foreign code, an error and a wrong issuer', async () => {
      const bends: ((url: URL) => void)[] = [
        (url) => url.searchParams.set('state', 'another'),
        (url) => url.searchParams.delete('state'),
        (url) => url.searchParams.set('code', 'another'),
        (url) => url.searchParams.delete('code'),
        (url) => url.searchParams.set('iss', 'https://evil.example'),
        (url) => url.searchParams.delete('iss'),
        (url) => {
          url.searchParams.delete('code');
          url.searchParams.set('error', 'access_denied');
        },
      ];
      for (const bend of bends) {
        const browser = browserHere();
        const back = await answered(browser);
        bend(back);
        expect(await outcomeOf(browser, back)).toEqual(REFUSED);
      }
      expect(await actions(running)).toContain('SIGN_IN_FAILED');
    });

    it('refuses a code that was asked for in another browser: the verifier is not its own', async () => {
      const [victim, attacker] = [browserHere(), browserHere()];
      const stolen = await answered(victim);
      const own = await answered(attacker);
      own.searchParams.set('code', stolen.searchParams.get('code')!);
      expect(await outcomeOf(attacker, own)).toEqual(REFUSED);
    });

    it('refuses the answer of one provider at the address of another', async () => {
      const desk = await officerAtDesk();
      await desk.put('/oidc-providers/kemensos', settings({ mailDomains: ['kemensos.go.id'] }));
      const browser = browserHere();
      const back = await answered(browser);
      const mixed = new URL(back.href.replace(ORGANISATION, 'kemensos'));
      expect(await outcomeOf(browser, mixed)).toEqual(REFUSED);
    });
    const officerAtDesk = async () => {
      await registerOfficer(running, 'desk-1', [DESK]);
      return signIn('desk-1');
    };

    it('takes ten minutes at most', async () => {
      const browser = browserHere();
      const back = await answered(browser);
      running.clock.advance(600_000);
      expect(await outcomeOf(browser, back)).toEqual(REFUSED);
    });

    it('is not begun by another site, which could sign somebody in as it likes', async () => {
      for (const site of ['cross-site', 'same-site']) {
        const address = `/auth/oidc/start?provider=${ORGANISATION}&to=/instansi/`;
        const answer = await visit(browserHere(), address, { 'sec-fetch-site': site });
        expect(place(answer)).toBe('/instansi/?sign-in=refused');
      }
    });

    it('comes back only into the consoles', async () => {
      for (const to of [
        'https://evil.example/',
        '//evil.example/',
        '/\\evil.example/',
        '/akun',
        '/instansi/../akun',
        'javascript:alert(1)',
        '/adminx',
        '',
      ])
        expect(place((await come(browserHere(), to)).answer), to).toBe('/instansi/');
      expect(place((await come(browserHere(), '/admin/tree#x')).answer)).toBe('/admin/tree#x');
    });

    it('tells no more than that it did not work when the provider is unknown or away', async () => {
      const unknown = await visit(browserHere(), '/auth/oidc/start?provider=nothing&to=/admin/');
      expect(place(unknown)).toBe('/admin/?sign-in=refused');
      await running.sql(`update identity.oidc_provider set issuer = 'http://127.0.0.1:9'`);
      expect(place(await start(browserHere(), '/admin/'))).toBe('/admin/?sign-in=refused');
    });

    it('keeps nothing readable of what is under way, and binds it with a cookie no script reads', async () => {
      const sent = await start(browserHere());
      const url = new URL(String(sent.headers.location));
      expect(url.searchParams.get('code_challenge_method')).toBe('S256');
      expect(url.searchParams.get('redirect_uri')).toBe(callback());
      const dump = JSON.stringify(await running.sql('select a::text as row from identity.oidc_attempt a'));
      for (const name of ['state', 'nonce'])
        expect(dump).not.toContain(Buffer.from(url.searchParams.get(name)!).toString('hex'));
      const cookie = sent.setCookies.find((line) => line.includes('agency_sign_in'))!;
      expect(cookie).toMatch(/Path=\/auth\/oidc; HttpOnly; SameSite=Lax/);
    });
  });

  it('vouches for a second factor only when the national desk says so, and for that issuer', async () => {
    const admin = await setUp();
    const path = `/oidc-providers/${ORGANISATION}`;
    expect(await admin.put(path, settings({ trustsSecondFactor: true }))).toMatchObject({
      status: 409,
      body: { code: 'TRUST_BY_DESK' },
    });
    expect((await admin.get(path)).body).toMatchObject({ trustsSecondFactor: false });
    const desk = await signIn('desk-of-trust');
    expect((await desk.put(path, settings({ trustsSecondFactor: true }))).status).toBe(200);
    // The admin may go on changing the rest.
    expect((await admin.put(path, settings({ name: 'SSO baru', trustsSecondFactor: true }))).status).toBe(
      200,
    );
    const other = await startProvider([callback()]);
    expect(await admin.put(path, settings({ issuer: other.issuer, trustsSecondFactor: true }))).toMatchObject(
      { status: 409, body: { code: 'TRUST_BY_DESK' } },
    );
    await other.close();
  });

  it('is set up by the agency admin there and the national desk, by nobody else, and its secret is never shown', async () => {
    const admin = await setUp();
    const path = `/oidc-providers/${ORGANISATION}`;
    const shown = await admin.get(path);
    expect(shown.body).toEqual({
      organisationId: ORGANISATION,
      name: 'SSO Kota Pariaman',
      issuer: agency.issuer,
      clientId: 'lapor',
      trustsSecondFactor: false,
      mailDomains: ['example.test'],
      changedAt: '2026-11-20T02:40:00.000Z',
      redirectUri: callback(),
    });
    const dump = JSON.stringify(await running.sql('select p::text as row from identity.oidc_provider p'));
    expect(dump).not.toContain(SECRET);
    expect(dump).not.toContain(Buffer.from(SECRET).toString('hex'));
    await registerOfficer(running, 'officer-1', [LIAISON, { ...CITY_ADMIN, organisationId: 'pemkot-13-71' }]);
    await registerOfficer(running, 'desk-1', [DESK]);
    const [stranger, desk] = [await signIn('officer-1'), await signIn('desk-1')];
    for (const answer of [
      await stranger.get(path),
      await stranger.put(path, settings()),
      await stranger.delete(path),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await browserHere().get(path)).status).toBe(401);
    expect((await desk.get(path)).status).toBe(200);
    expect((await desk.delete(path)).status).toBe(204);
    expect((await desk.delete(path)).status).toBe(404);
    expect((await actions(running)).filter((action) => action.startsWith('SIGN_IN_PROVIDER'))).toEqual([
      'SIGN_IN_PROVIDER_SAVED',
      'SIGN_IN_PROVIDER_REMOVED',
    ]);
  });

  it('is kept only when the provider answers, with a domain that is its own', async () => {
    const admin = await setUp();
    const save = async (more: object) => {
      running.clock.advance(60_000);
      const { status, body } = await admin.put(`/oidc-providers/${ORGANISATION}`, settings(more));
      return status === 200 ? 'OK' : body.code;
    };
    expect(await save({ issuer: 'http://127.0.0.1:9' })).toBe('ISSUER_UNREACHABLE');
    expect(await save({ issuer: `${agency.issuer}/other` })).toBe('ISSUER_UNREACHABLE');
    for (const issuer of [
      'ftp://x',
      'x',
      `${agency.issuer}?a=b`,
      agency.issuer.replace('http://', 'http://a:b@'),
    ])
      expect(await save({ issuer }), issuer).toBe('INPUT_INVALID');
    for (const mailDomains of [
      [],
      ['x'],
      ['a@b.id'],
      ['-a.id'],
      Array.from({ length: 21 }, (_, n) => `a${n}.id`),
    ])
      expect(await save({ mailDomains }), String(mailDomains)).toBe('INPUT_INVALID');
    expect(await save({ mailDomains: ['contoh.go.id', 'Gmail.com'] })).toBe('DOMAIN_PUBLIC');
    // Of a ministry whose officers would be sent to this provider; only the national desk may say so.
    expect(await save({ mailDomains: ['example.test', 'kemenkeu.go.id'] })).toBe('DOMAIN_UNKNOWN');
    await registerOfficer(running, 'desk-1', [DESK]);
    const desk = await signIn('desk-1');
    const other = await desk.put('/oidc-providers/kemensos', settings());
    expect(other).toMatchObject({ status: 409, body: { code: 'DOMAIN_TAKEN' } });
    // The secret stays when none is given, but never goes to another issuer.
    const { clientSecret: _, ...without } = settings({ name: 'Nama baru' });
    expect((await admin.put(`/oidc-providers/${ORGANISATION}`, without)).body.name).toBe('Nama baru');
    const elsewhere = { ...without, issuer: 'http://127.0.0.1:9' };
    expect((await admin.put(`/oidc-providers/${ORGANISATION}`, elsewhere)).body.code).toBe('INPUT_INVALID');
    expect((await running.sql('select name from identity.oidc_provider'))[0]).toEqual({ name: 'Nama baru' });
  });

  it('asks in production only public addresses over https', async () => {
    const production = await runIdentity({ production: true });
    await production.posts('admin-1', [CITY_ADMIN]);
    production.directory.set('admin-1', { name: 'A', email: addressOf('admin-1') });
    const { token } = await production.invite('admin-1');
    const admin = production.browser();
    await admin.post('/invitations/accept', { token, password: PASSWORD });
    await production.sql(`update identity.account set "twoFactorEnabled" = true`);
    await production.sql(`update identity.session set "secondFactor" = true`);
    const save = async (issuer: string) =>
      (await admin.put(`/oidc-providers/${ORGANISATION}`, settings({ issuer }))).body.code;
    expect(await save(agency.issuer)).toBe('INPUT_INVALID');
    for (const issuer of [
      agency.issuer.replace('http:', 'https:'),
      'https://localhost',
      'https://169.254.169.254',
      'https://[::1]',
      'https://0x7f.1',
    ])
      expect(await save(issuer), issuer).toBe('ISSUER_UNREACHABLE');
    await production[Symbol.asyncDispose]();
  });
});

describe('a provider that would lead elsewhere', () => {
  it('is not followed: neither by a redirect, nor to addresses that are not used', async () => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url!);
      const own = `http://${request.headers.host}`;
      if (request.url === '/redirecting/.well-known/openid-configuration')
        return void response.writeHead(302, { location: `${own}/elsewhere` }).end();
      if (request.url === '/script/.well-known/openid-configuration')
        return void response.writeHead(200, { 'content-type': 'application/json' }).end(
          JSON.stringify({
            issuer: `${own}/script`,
            authorization_endpoint: 'javascript:alert(1)',
            token_endpoint: `${own}/token`,
            jwks_uri: `${own}/jwks`,
          }),
        );
      if (request.url === '/endless/.well-known/openid-configuration') {
        response.writeHead(200, { 'content-type': 'application/json' });
        return void response.end(`"${'x'.repeat(1024 * 1024)}"`);
      }
      return void response.writeHead(404).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const running = await runIdentity();
    const admin = await officer(running, 'admin-1', CITY_ADMIN);
    for (const path of ['redirecting', 'script', 'endless'])
      expect(
        await admin.put(`/oidc-providers/${ORGANISATION}`, {
          name: 'X',
          issuer: `${own}/${path}`,
          clientId: 'lapor',
          clientSecret: SECRET,
          mailDomains: ['example.test'],
          trustsSecondFactor: false,
        }),
        path,
      ).toMatchObject({ status: 400, body: { code: 'ISSUER_UNREACHABLE' } });
    expect(hits).not.toContain('/elsewhere');
    await running[Symbol.asyncDispose]();
    server.closeAllConnections();
    server.close();
  });
});
