import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, citizen, LIAISON, registerOfficer } from './people.ts';
import {
  PASSWORD,
  runIdentity,
  type Answer,
  type Browser,
  type RunningIdentity,
} from './running-identity.ts';

/** Addresses that must not be told apart by somebody who is not their holder. */
const ADDRESSES = {
  unknown: 'siapa@example.test',
  citizen: 'warga@example.test',
  'citizen with password': 'warga2@example.test',
  officer: addressOf('officer-1'),
  'suspended officer': addressOf('officer-2'),
  'officer without post': addressOf('officer-3'),
  'officer without second factor': addressOf('officer-4'),
  'invited officer': addressOf('officer-5'),
  'sign-up that was never confirmed': 'belum@example.test',
} as const;

/** What an attacker sees: everything but what differs for each request by itself. */
const seen = ({ status, text, headers, setCookies }: Answer) => ({
  status,
  text,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => !['date', 'set-cookie', 'content-length'].includes(name)),
  ),
  cookies: setCookies.map((line) => line.replace(/=[^;]*/, '=…')),
});

type Attempt = (browser: Browser, email: string) => Promise<Answer>;
const wrong = 'kata sandi yang salah';

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'a wrong password': (browser, email) => browser.post('/sign-in/email', { email, password: wrong }),
  'asking for a code to sign in': (browser, email) =>
    browser.post('/email-otp/send-verification-otp', { email, type: 'sign-in' }),
  'asking for a code to confirm': (browser, email) =>
    browser.post('/email-otp/send-verification-otp', { email, type: 'email-verification' }),
  'a wrong code': (browser, email) => browser.post('/sign-in/email-otp', { email, otp: '00000x' }),
  'a wrong confirmation': (browser, email) =>
    browser.post('/email-otp/verify-email', { email, otp: '00000x' }),
  'signing up': (browser, email) =>
    browser.post('/sign-up/email', { email, password: 'payung biru di halte', name: 'X' }),
  'signing up with a bad password': (browser, email) =>
    browser.post('/sign-up/email', { email, password: 'password123', name: 'X' }),
  'a forgotten password': (browser, email) => browser.post('/password/forgot', { email }),
  'a wrong code for a new password': (browser, email) =>
    browser.post('/password/reset', { email, code: '000000', password: 'payung biru di halte' }),
  'a wrong code after asking for one': async (browser, email) => {
    await browser.post('/password/forgot', { email });
    return browser.post('/password/reset', { email, code: '000000', password: 'payung biru di halte' });
  },
  'a bad password with a wrong code': (browser, email) =>
    browser.post('/password/reset', { email, code: '000000', password: 'x' }),
  'the agency’s own sign-in': (browser, email) =>
    browser.get(`/oidc/provider?email=${encodeURIComponent(email)}`),
  'an address in another spelling': (browser, email) =>
    browser.post('/password/forgot', { email: email.toUpperCase() }),
};

describe('an address', () => {
  let running: RunningIdentity;
  beforeAll(async () => {
    running = await runIdentity();
    await citizen(running, ADDRESSES.citizen);
    const second = await citizen(running, ADDRESSES['citizen with password']);
    await second.post('/password/set', { password: PASSWORD });
    for (const id of ['officer-1', 'officer-2', 'officer-3']) await registerOfficer(running, id, [LIAISON]);
    await running.posts('officer-2', [LIAISON], { isSuspended: true });
    await running.posts('officer-3', []);
    await registerOfficer(running, 'officer-4', [LIAISON], { isEnrolled: false });
    running.directory.set('officer-5', { name: 'P', email: addressOf('officer-5') });
    await running.posts('officer-5', [LIAISON]);
    await running.invite('officer-5');
    const email = ADDRESSES['sign-up that was never confirmed'];
    await running.browser().post('/sign-up/email', { email, password: PASSWORD, name: 'X' });
    await running.identity.settle();
  });
  afterAll(() => running[Symbol.asyncDispose]());
  beforeEach(async () => {
    running.mails.length = 0;
    // An attempt may have made an account of it.
    await running.sql('delete from identity.account where email = $1', [ADDRESSES.unknown]);
    await running.sql('truncate identity.rate_limit, identity.address_attempt');
  });

  it.each(Object.entries(ATTEMPTS))(
    'answers %s with the same words for everybody',
    async (_name, attempt) => {
      const answers: [string, object][] = [];
      for (const [kind, email] of Object.entries(ADDRESSES))
        answers.push([kind, seen(await attempt(running.browser(), email))]);
      const [[, unknown]] = answers as [[string, object]];
      for (const [kind, answer] of answers) expect({ kind, ...answer }).toEqual({ kind, ...unknown });
    },
  );

  it('is held back after the same number of attempts, whoever has it', async () => {
    const until429 = async (attempt: Attempt, email: string, source?: string) => {
      for (let count = 1; count <= 40; count++) {
        await running.sql('truncate identity.rate_limit');
        if ((await attempt(running.browser(source), email)).status === 429) return count;
      }
      return null;
    };
    for (const email of Object.values(ADDRESSES)) {
      await running.sql('truncate identity.address_attempt');
      expect(await until429(ATTEMPTS['a forgotten password']!, email, 'A'), email).toBe(6);
      await running.sql('truncate identity.address_attempt');
      expect(await until429(ATTEMPTS['a forgotten password']!, email), email).toBe(21);
    }
  });

  it('costs the same work with a wrong password or code, known or not', async () => {
    // CPU of this process, of all threads: what others do on the machine does not count.
    const costOf = async (attempt: Attempt, email: string) => {
      const costs: number[] = [];
      for (let round = 0; round < 4; round++) {
        await running.sql('truncate identity.rate_limit, identity.address_attempt');
        const browser = running.browser();
        const before = process.cpuUsage();
        await attempt(browser, email);
        const { user, system } = process.cpuUsage(before);
        costs.push(user + system);
      }
      return Math.min(...costs);
    };
    for (const name of ['a wrong password', 'a wrong code for a new password']) {
      const costs: Record<string, number> = {};
      for (const kind of ['unknown', 'citizen with password', 'officer', 'suspended officer'] as const)
        costs[kind] = await costOf(ATTEMPTS[name]!, ADDRESSES[kind]);
      const most = Math.max(...Object.values(costs));
      for (const [kind, cost] of Object.entries(costs))
        expect(cost / most, `${name}: ${kind} ${JSON.stringify(costs)}`).toBeGreaterThan(0.5);
    }
  });

  it('of an officer never gets a code by which somebody comes in, and a stranger’s gets nothing at all', async () => {
    for (const email of Object.values(ADDRESSES)) {
      await running.sql('truncate identity.rate_limit, identity.address_attempt');
      await ATTEMPTS['asking for a code to sign in']!(running.browser(), email);
      await ATTEMPTS['a forgotten password']!(running.browser(), email);
    }
    await running.identity.settle();
    const got = (template: string) =>
      new Set(running.mails.filter((mail) => mail.template === template).map(({ to }) => to));
    expect(
      [...got('sign-in-code')].filter((to) => to.startsWith('officer') && to !== addressOf('officer-5')),
    ).toEqual([]);
    expect(got('password-reset-code')).toEqual(
      new Set([
        ADDRESSES.citizen,
        ADDRESSES['citizen with password'],
        addressOf('officer-1'),
        addressOf('officer-4'),
      ]),
    );
  });
});
