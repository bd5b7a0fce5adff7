import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { citizen } from './people.ts';
import { runIdentity, type RunningIdentity } from './running-identity.ts';

describe('limits', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(() => running.sql('truncate identity.rate_limit, identity.address_attempt'));
  const askForCode = (email: string, source?: string) =>
    running.browser(source).post('/email-otp/send-verification-otp', { email, type: 'sign-in' });

  it('count sources apart, and answer 429 with the time to wait', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 11; index++)
      statuses.push((await askForCode(`w${index}@example.test`, 'A')).status);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
    const refused = await askForCode('w99@example.test', 'A');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await askForCode('w100@example.test', 'B')).status).toBe(200);
  });

  it('believe the source only from the gateway’s header', async () => {
    const forged = (index: number) =>
      running.browser('A').post(
        '/email-otp/send-verification-otp',
        { email: `x${index}@example.test`, type: 'sign-in' },
        {
          'x-forwarded-for': `198.51.100.${index}`,
          'x-lapor-address': `fd00::${index}`,
          'x-real-ip': '198.51.100.1',
        },
      );
    for (let index = 0; index < 10; index++) await forged(index);
    expect((await forged(10)).status).toBe(429);
  });

  it('keep a mailbox from being flooded from many sources, whoever owns it', async () => {
    await running.identity.registerOfficerAccount({
      email: 'petugas@example.test',
      name: 'P',
      password: 'kata sandi panjang',
    });
    for (const email of ['korban@example.test', 'petugas@example.test']) {
      const statuses: number[] = [];
      for (let index = 0; index < 21; index++)
        statuses.push((await askForCode(index % 2 ? email : email.toUpperCase())).status);
      expect(statuses).toEqual([...Array<number>(20).fill(200), 429]);
    }
    await running.identity.settle();
    expect(running.mails.filter(({ to }) => to === 'korban@example.test')).toHaveLength(20);
    running.clock.advance(900_000);
    expect((await askForCode('korban@example.test')).status).toBe(200);
  });

  it('let one source ask for five mails to a mailbox, however its address is written, and leave its owner’s', async () => {
    const spellings = ['korban', 'Korban', 'korban+1', 'korban+2', 'KORBAN+a+b', 'korban+3'];
    const statuses: number[] = [];
    for (const name of spellings) statuses.push((await askForCode(`${name}@example.test`, 'A')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect(
      (await running.browser('A').post('/password/forgot', { email: 'korban@example.test' })).status,
    ).toBe(429);
    for (let time = 0; time < 4; time++) await askForCode('korban@example.test', 'A');
    // Whoever stands in the way stands in the own way.
    const owner = await citizen(running, 'korban@example.test', running.browser('B'));
    expect((await owner.post('/account/delete-code')).status).toBe(200);
  });

  it('leave somebody who is signed in the mails of the own account, whatever strangers ask for', async () => {
    const owner = await citizen(running, 'korban@example.test');
    await running.sql(`update identity.address_attempt set count = 1000`);
    expect((await askForCode('korban@example.test')).status).toBe(429);
    expect((await owner.post('/account/delete-code')).status).toBe(200);
  });

  it('slow down guessing one password from many sources, for known and unknown addresses', async () => {
    const guess = (email: string) =>
      running.browser().post('/sign-in/email', { email, password: 'tebakan nomor satu' });
    await running.sql(`delete from identity.account`);
    await running.identity.registerOfficerAccount({
      email: 'petugas@example.test',
      name: 'P',
      password: 'kata sandi panjang',
    });
    for (const email of ['petugas@example.test', 'siapa@example.test']) {
      const answers = await Promise.all(Array.from({ length: 4 }, () => guess(email)));
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
      // Whoever guesses from many sources does not lock the owner out: more than one source may do leave everybody else's alone.
      await running.sql('update identity.address_attempt set count = 31 where count = 4');
      expect((await guess(email)).status).toBe(401);
      await running.sql('update identity.address_attempt set count = 300 where count = 32');
      expect((await guess(email)).status).toBe(429);
    }
  });

  it('slow down guessing one password from one source', async () => {
    const guess = (source: string) =>
      running
        .browser(source)
        .post('/sign-in/email', { email: 'siapa@example.test', password: 'tebakan nomor satu' });
    for (let index = 0; index < 3; index++) expect((await guess('S')).status).toBe(401);
    await running.sql('update identity.address_attempt set count = 29');
    expect((await guess('S')).status).toBe(401);
    expect((await guess('S')).status).toBe(429);
    expect((await guess('T')).status).toBe(401);
  });

  it('hold for every endpoint of ours, counted by source and told with the time to wait', async () => {
    const paths: [string, object, number][] = [
      ['/password/forgot', { email: 'x' }, 10],
      ['/password/reset', { email: 'x' }, 10],
      ['/invitations/open', { token: 'x' }, 30],
      ['/invitations/accept', { token: 'x' }, 20],
      ['/passkeys/sign-in', {}, 30],
      ['/passkeys/sign-in-options', {}, 60],
    ];
    for (const [path, body, limit] of paths) {
      const asking = running.browser('A');
      for (let time = 0; time < limit; time++)
        expect((await asking.post(path, body)).status, path).not.toBe(429);
      const refused = await asking.post(path, body);
      expect(refused, path).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
      expect(Number(refused.headers['retry-after'])).toBe(60);
      expect((await running.browser('B').post(path, body)).status, path).not.toBe(429);
    }
    // They stand in the database: another process, or this one after a restart, knows them.
    running.clock.advance(59_999);
    expect((await running.browser('A').post('/password/forgot', { email: 'x' })).status).toBe(429);
    running.clock.advance(1);
    expect((await running.browser('A').post('/password/forgot', { email: 'x' })).status).toBe(400);
  });

  it('count an account too, from however many sources it comes', async () => {
    const browser = await citizen(running);
    const statuses: number[] = [];
    for (let time = 0; time < 6; time++)
      statuses.push((await browser.get('/account/data', { 'x-lapor-source': `from ${time}` })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const other = await citizen(running, 'lain@example.test');
    expect((await other.get('/account/data')).status).toBe(200);
  });

  it('outlive a restart', async () => {
    const guess = async (process: RunningIdentity) =>
      (await process.browser('A').post('/password/reset', { email: 'x' })).status;
    for (let time = 0; time < 10; time++) await guess(running);
    const again = await runIdentity({}, running.databaseUrl);
    expect(await guess(again)).toBe(429);
    await again[Symbol.asyncDispose]();
  });
});
