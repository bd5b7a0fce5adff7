import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
      for (let index = 0; index < 6; index++)
        statuses.push((await askForCode(index % 2 ? email : email.toUpperCase())).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    }
    await running.identity.settle();
    expect(running.mails.filter(({ to }) => to === 'korban@example.test')).toHaveLength(5);
    running.clock.advance(900_000);
    expect((await askForCode('korban@example.test')).status).toBe(200);
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
      // Whoever guesses from many sources does not lock the owner out: 31 tries leave everybody else's alone.
      const answers = await Promise.all(Array.from({ length: 31 }, () => guess(email)));
      expect(answers.map(({ status }) => status)).toEqual(Array<number>(31).fill(401));
      await running.sql('update identity.address_attempt set count = 300 where count = 31');
      expect((await guess(email)).status).toBe(429);
    }
  });

  it('slow down guessing one password from one source', async () => {
    const guess = (source: string) =>
      running
        .browser(source)
        .post('/sign-in/email', { email: 'siapa@example.test', password: 'tebakan nomor satu' });
    for (let index = 0; index < 30; index++) {
      if (index % 10 === 0) await running.sql('truncate identity.rate_limit');
      expect((await guess('S')).status).toBe(401);
    }
    await running.sql('truncate identity.rate_limit');
    expect((await guess('S')).status).toBe(429);
    expect((await guess('T')).status).toBe(401);
  });
});
