import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { movableClock } from '@lapor/clock';
import type { ChannelsConfig, Recipient } from '../src/index.ts';
import { failover, type Outcome } from '../src/modules/delivery/index.ts';
import { signatureOf } from '../src/modules/sms/signature.ts';
import { startGateway, type Gateway, type Step } from './a-gateway.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const CALLBACK_SECRET = 'c'.repeat(40);
const PHONE = '+6281200000048';
const ROOT = join(import.meta.dirname, '../../..');

describe('a message by phone', () => {
  const stack: AsyncDisposable[] = [];
  afterEach(async () => {
    for (const one of stack.splice(0).toReversed()) await one[Symbol.asyncDispose]();
  });
  async function start(gateways: Gateway[], config: Partial<ChannelsConfig> = {}) {
    const clock = movableClock(NOW);
    const running = await runChannels({
      clock,
      smsCallbackSecrets: [CALLBACK_SECRET],
      smsGateways: gateways.map(({ url }) => ({ url })),
      contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id' }) },
      ...config,
    });
    stack.push(...gateways, running);
    return { running, clock };
  }
  const tell = (running: RunningChannels, template = 'report-answered', facts: Record<string, string> = {}) =>
    running.notify({ template, facts: { number: '48213097', ...facts } });
  const row = async (running: RunningChannels, id: string) => {
    const [found] = await running.sql<Record<string, any>>(
      'select state, reason, provider, held_until as until from channels.delivery where id = $1',
      [id],
    );
    return found!;
  };
  const rest = async ({ channels }: RunningChannels) => {
    while ((await channels.settle()) > 0);
  };
  const receipt = (running: RunningChannels, body: object, at = NOW) => {
    const payload = JSON.stringify(body);
    const timestamp = String(Math.floor(Date.parse(at) / 1_000));
    return running.server.inject({
      method: 'POST',
      url: '/channels/sms/receipts',
      headers: {
        'x-lapor-timestamp': timestamp,
        'x-lapor-signature': signatureOf(CALLBACK_SECRET, timestamp, Buffer.from(payload)),
      },
      payload,
    });
  };

  describe('by two providers', () => {
    it('goes to the second when the first does not take it, and each one is recorded', async () => {
      const [first, second] = [await startGateway(503), await startGateway(202)];
      const { running } = await start([first, second]);
      const id = await tell(running);
      await rest(running);
      expect(await row(running, id)).toMatchObject({
        state: 'SENT',
        provider: `HTTP ${new URL(second.url).host}/send`,
      });
      expect([first.got, second.got].map(({ length }) => length)).toEqual([1, 1]);
    });

    it('never goes to the second after a silence of the first', async () => {
      const [first, second] = [await startGateway(500), await startGateway(202)];
      const { running } = await start([first, second]);
      const id = await tell(running);
      await rest(running);
      await running.retry();
      expect(await row(running, id)).toMatchObject({ state: 'UNCERTAIN', reason: 'SMS_500' });
      expect(second.got).toEqual([]);
    });

    it('lets a provider rest that refuses again and again, and asks it first again later', async () => {
      const [first, second] = [await startGateway(503), await startGateway(202)];
      const { running, clock } = await start([first, second]);
      for (let count = 0; count < 6; count++) {
        await tell(running);
        await rest(running);
      }
      expect([first.got.length, second.got.length]).toEqual([3, 6]);
      clock.set('2026-11-20T02:41:00.000Z');
      first.steps = [202];
      await tell(running);
      await rest(running);
      expect([first.got.length, second.got.length]).toEqual([4, 6]);
    });

    it('lets one rest that only falls silent: each such message is lost, and the next begins with the other', async () => {
      const [first, second] = [await startGateway(500), await startGateway(202)];
      const { running } = await start([first, second]);
      const ids = [];
      for (let count = 0; count < 5; count++) {
        ids.push(await tell(running));
        await rest(running);
      }
      const states = await Promise.all(ids.map(async (id) => (await row(running, id)).state));
      expect(states).toEqual(['UNCERTAIN', 'UNCERTAIN', 'UNCERTAIN', 'SENT', 'SENT']);
      expect([first.got.length, second.got.length]).toEqual([3, 2]);
    });

    it('shows which rests, and asks those that say no before one that says nothing', async () => {
      const asked: string[] = [];
      const provider = (name: string, outcome: Outcome) => ({
        name,
        canRepeat: false,
        carry: async () => (asked.push(name), outcome),
      });
      const carrier = failover(
        [
          provider('SILENT', { kind: 'UNCERTAIN', reason: 'TIMEOUT' }),
          provider('FULL', { kind: 'REFUSED_FOR_NOW', reason: 'SMS_503' }),
        ],
        { clock: movableClock(NOW) },
      );
      const letter = { id: '1', to: PHONE, subject: '', body: '' };
      for (let count = 0; count < 6; count++) await carrier.carry(letter);
      expect(carrier.health!()).toMatchObject([
        { name: 'SILENT', state: 'RESTING', lastRefusal: 'TIMEOUT' },
        { name: 'FULL', state: 'RESTING' },
      ]);
      asked.length = 0;
      await carrier.carry(letter);
      expect(asked).toEqual(['FULL', 'SILENT']);
    });

    it('says that nothing has left where it cannot be read whom the desk lets rest', async () => {
      const carry = async (): Promise<Outcome> => ({ kind: 'TAKEN', messageIds: [] });
      const rules = () => Promise.reject(new Error('no database'));
      const carrier = failover([{ name: 'ONE', canRepeat: false, carry }], {
        clock: movableClock(NOW),
        rules,
      });
      const letter = { id: '1', to: PHONE, subject: '', body: '' };
      expect(await carrier.carry(letter)).toEqual({ kind: 'REFUSED_FOR_NOW', reason: 'RULES_NOT_READ' });
    });

    it('goes to the second where the first is not there any more', async () => {
      for (const status of [404, 405]) {
        const [first, second] = [await startGateway(status), await startGateway(202)];
        const { running } = await start([first, second]);
        const id = await tell(running);
        await rest(running);
        expect((await row(running, id)).state).toBe('SENT');
      }
    });

    it('is tried at all of them where all rest', async () => {
      const [first, second] = [await startGateway(503), await startGateway(503)];
      const { running } = await start([first, second]);
      const ids = [];
      for (let count = 0; count < 4; count++) {
        ids.push(await tell(running));
        await rest(running);
      }
      second.steps = [202];
      await running.retry();
      for (const id of ids) expect((await row(running, id)).state).toBe('SENT');
    });
  });

  describe('that its gateway tells of later', () => {
    it('has arrived, or has not, by what is signed and well formed', async () => {
      const { running } = await start([await startGateway(202)]);
      const [arrived, lost] = [await tell(running), await tell(running)];
      await rest(running);
      expect((await receipt(running, { id: arrived, state: 'ARRIVED' })).statusCode).toBe(202);
      expect((await receipt(running, { id: lost, state: 'NOT_ARRIVED' })).statusCode).toBe(202);
      expect((await receipt(running, { id: randomUUID(), state: 'ARRIVED' })).statusCode).toBe(202);
      expect((await receipt(running, { id: lost, state: 'ARRIVED' })).statusCode).toBe(202);
      expect((await row(running, arrived)).state).toBe('ARRIVED');
      expect((await row(running, lost)).state).toBe('NOT_ARRIVED');
      expect((await receipt(running, { id: lost, state: 'LOST' })).statusCode).toBe(400);
      expect((await receipt(running, { messageId: 'x', from: PHONE, text: 'LAPOR' })).statusCode).toBe(400);
      expect(
        (await receipt(running, { id: lost, state: 'ARRIVED' }, '2026-11-20T02:00:00Z')).statusCode,
      ).toBe(401);
      const unsigned = await running.server.inject({
        method: 'POST',
        url: '/channels/sms/receipts',
        payload: {},
      });
      expect(unsigned.statusCode).toBe(401);
      const told = await running.sql<{ payload: Record<string, unknown> }>(
        `select payload from channels.event where type = 'notification.ended' and payload ->> 'notificationId' = $1 order by id`,
        [arrived],
      );
      expect(told.map(({ payload }) => payload.outcome)).toEqual(['SENT', 'ARRIVED']);
      expect(JSON.stringify(told)).not.toContain('81200000048');
    });

    it('may be told of many times at once, and before it is known to have left', async () => {
      const { running } = await start([await startGateway(202)]);
      const id = randomUUID();
      await running.notify({
        notificationId: id,
        template: 'report-answered',
        facts: { number: '48213097' },
      });
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_none, index) =>
          receipt(running, { id: index % 2 ? id : `unknown-${index}`, state: 'ARRIVED' }),
        ),
      );
      expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([202]));
      await rest(running);
      expect((await row(running, id)).state).toBe('ARRIVED');
      const [day] = await running.sql('select messages, arrived from channels.sending_day');
      expect(day).toEqual({ messages: 1, arrived: 1 });
    });
  });

  describe('in the night', () => {
    // 20 November, 22.00 in Jakarta, midnight in Jayapura.
    const NIGHT = '2026-11-20T15:00:00.000Z';

    it('waits for the morning of who is told, but for what was asked for or ends today', async () => {
      const gateway = await startGateway(202);
      const { running, clock } = await start([gateway]);
      clock.set(NIGHT);
      const news = await tell(running);
      const due = await tell(running, 'report-closing-soon', { closesOn: '2026-11-20' });
      const later = await tell(running, 'report-asks-for-data', { dueOn: '2026-12-01' });
      await running.channels.sendPhoneMessage({
        template: 'phone-code',
        phone: PHONE,
        facts: { code: '482130' },
        language: 'id',
      });
      await rest(running);
      expect(gateway.got.map(({ id }) => id)).toContain(due);
      expect(gateway.got).toHaveLength(2);
      for (const id of [news, later])
        expect(await row(running, id)).toMatchObject({
          state: 'WAITING',
          reason: 'QUIET_HOURS',
          until: new Date('2026-11-20T23:00:00.000Z'),
        });
      const { waiting } = await running.channels.health();
      expect(waiting).toContainEqual(expect.objectContaining({ name: 'MESSAGES_HELD', waiting: 2 }));
      expect(waiting).toContainEqual(expect.objectContaining({ name: 'MESSAGES', waiting: 0 }));
      clock.set('2026-11-20T23:00:00.000Z');
      await rest(running);
      expect(gateway.got).toHaveLength(4);
      await rest(running);
      expect(gateway.got).toHaveLength(4);
    });

    it('goes by the clock where the reporter is, and by any hour where it is set so', async () => {
      const gateway = await startGateway(202);
      const contactFor = async () => ({
        phone: PHONE,
        language: 'id' as const,
        facts: { timeZone: 'Asia/Jayapura' },
      });
      const { running, clock } = await start([gateway], { contactBook: { contactFor } });
      clock.set('2026-11-20T12:30:00.000Z');
      const id = await tell(running);
      await rest(running);
      expect((await row(running, id)).until).toEqual(new Date('2026-11-20T21:00:00.000Z'));
      const loud = await startGateway(202);
      const never = await start([loud], { quietHours: null });
      never.clock.set(NIGHT);
      await tell(never.running);
      await rest(never.running);
      expect(loud.got).toHaveLength(1);
    });
  });

  it('is one of twenty that a phone is told unasked in a day; the rest waits for the next', async () => {
    const gateway = await startGateway(202);
    const { running, clock } = await start([gateway]);
    for (let count = 0; count < 23; count++) await tell(running);
    await rest(running);
    expect(gateway.got).toHaveLength(20);
    await running.channels.sendPhoneMessage({
      template: 'phone-code',
      phone: PHONE,
      facts: { code: '482130' },
      language: 'id',
    });
    await rest(running);
    expect(gateway.got).toHaveLength(21);
    clock.set('2026-11-20T23:00:00.000Z');
    await rest(running);
    expect(gateway.got).toHaveLength(24);
  });

  it('counts once in the day, however often it is tried', async () => {
    const gateway = await startGateway(...Array<Step>(12).fill(503), 202);
    const { running } = await start([gateway]);
    await tell(running);
    for (let tries = 0; tries < 13; tries++) await running.retry();
    expect(gateway.got).toHaveLength(13);
    for (let count = 0; count < 22; count++) await tell(running);
    await rest(running);
    expect(new Set(gateway.got.map(({ id }) => id)).size).toBe(20);
  });

  it('goes at any hour and beyond the cap where it was asked for, warns, or tells of what ends today', async () => {
    const gateway = await startGateway(202);
    const { running, clock } = await start([gateway], {
      contactBook: {
        contactFor: async () => ({
          phone: PHONE,
          language: 'id',
          facts: { path: `/lacak#kode-${'a'.repeat(45)}` },
        }),
      },
    });
    for (let count = 0; count < 21; count++) await tell(running);
    await rest(running);
    expect(gateway.got).toHaveLength(20);
    clock.set('2026-11-20T15:00:00.000Z');
    const ids = [
      await tell(running, 'access-code-lost'),
      await tell(running, 'access-code-renewed'),
      await tell(running, 'report-closing-soon', { closesOn: '2026-11-20' }),
    ];
    await rest(running);
    for (const id of ids) expect(await row(running, id)).toMatchObject({ state: 'SENT' });
  });

  it('is counted by the day of where the reporter is', async () => {
    const gateway = await startGateway(202);
    const contactFor = async () => ({
      phone: PHONE,
      language: 'id' as const,
      facts: { timeZone: 'Asia/Jayapura' },
    });
    const { running, clock } = await start([gateway], { quietHours: null, contactBook: { contactFor } });
    clock.set('2026-11-20T14:00:00.000Z');
    for (let count = 0; count < 20; count++) await tell(running);
    await rest(running);
    // After midnight there, and before it in Jakarta.
    clock.set('2026-11-20T15:30:00.000Z');
    await tell(running);
    await rest(running);
    expect(gateway.got).toHaveLength(21);
  });

  it('is not waited for by a code, however long its provider takes', async () => {
    const gateway = await startGateway('SILENT', 'SILENT', 202);
    const { running } = await start([gateway]);
    running.channels.connect({});
    for (let count = 0; count < 3; count++) await tell(running);
    await vi.waitFor(() => expect(gateway.got).toHaveLength(2), { timeout: 10_000, interval: 20 });
    await running.channels.sendPhoneMessage({
      template: 'phone-code',
      phone: PHONE,
      facts: { code: '482130' },
      language: 'id',
    });
    await vi.waitFor(() => expect(gateway.got.at(-1)!.text).toContain('482130'), {
      timeout: 10_000,
      interval: 20,
    });
    // What is under way ends with its connection.
    await gateway[Symbol.asyncDispose]();
  }, 40_000);

  it('is woken in the morning no faster than it leaves', async () => {
    const { running } = await start([await startGateway(202)]);
    await running.sql(
      `insert into channels.delivery (id, template, state, reason, requested_at, held_until)
       select 'held-' || n, 'report-answered', 'WAITING', 'QUIET_HOURS', $1, $1 from generate_series(1, 400) n`,
      [NOW],
    );
    const awake = async () =>
      (await running.sql('select count(*)::int as awake from channels.delivery where held_until is null'))[0];
    await running.channels.settle();
    expect(await awake()).toEqual({ awake: 300 });
    await running.channels.settle();
    expect(await awake()).toEqual({ awake: 300 });
    await running.sql(
      `update channels.delivery set state = 'SENT', finished_at = $1 where held_until is null`,
      [NOW],
    );
    await running.channels.settle();
    expect(await awake()).toEqual({ awake: 400 });
  });

  it('goes by mail where there is an address, and not by phone as well', async () => {
    const gateway = await startGateway(202);
    const asked: Recipient[] = [];
    const { running } = await start([gateway], {
      contactBook: {
        contactFor: async (recipient) => {
          asked.push(recipient);
          return { email: 'ibu@contoh.test', phone: PHONE, language: 'id' };
        },
      },
    });
    const id = await tell(running);
    await rest(running);
    expect(await row(running, id)).toMatchObject({ state: 'SENT', provider: 'MAILBOX' });
    expect(gateway.got).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('whose process is killed while it is under way is not sent again', { timeout: 60_000 }, async () => {
    const gateway = await startGateway('SILENT');
    const { running } = await start([gateway]);
    const node = join(ROOT, 'node_modules/.bin/node');
    const child = spawn(
      node,
      [
        '--import',
        '@oxc-node/core/register',
        join(import.meta.dirname, 'killed-sender.ts'),
        running.databaseUrl,
        gateway.url,
      ],
      { cwd: ROOT, stdio: 'ignore' },
    );
    await vi.waitFor(() => expect(gateway.got).toHaveLength(1), { timeout: 50_000, interval: 50 });
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    expect(await running.sql('select state from channels.delivery')).toEqual([{ state: 'SENDING' }]);
    // As the queue does after five minutes.
    await running.sql('update channels_jobs._private_jobs set locked_at = null, locked_by = null');
    await running.retry();
    expect(await running.sql('select state, reason from channels.delivery')).toEqual([
      { state: 'UNCERTAIN', reason: 'INTERRUPTED' },
    ]);
    expect(gateway.got).toHaveLength(1);
  });

  it(
    'whatever the provider does, may have been taken once at most, and ends once',
    { timeout: 120_000 },
    async () => {
      const gateway = await startGateway(202);
      const { running } = await start([gateway], { quietHours: null });
      const step = fc.constantFrom<Step>(202, 202, 400, 429, 500, 503, 'BREAKS');
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 4 }),
          fc.array(fc.constantFrom('ARRIVED', 'NOT_ARRIVED'), { maxLength: 3 }),
          fc.nat(4),
          async (steps, receipts, early) => {
            await running.sql('truncate channels.address_day');
            // What an example before left waiting would take the steps of this one.
            await running.sql('delete from channels_jobs._private_jobs');
            gateway.got.length = 0;
            gateway.steps = [...steps];
            const id = randomUUID();
            const told = [...receipts];
            if (early === 0 && told.length > 0) await receipt(running, { id, state: told[0] });
            await running.notify({
              notificationId: id,
              template: 'report-answered',
              facts: { number: '48213097' },
            });
            for (let tries = 0; tries < 6; tries++) await running.retry();
            for (const state of told) await receipt(running, { id, state });
            const done = steps.map((one) => one).slice(0, gateway.got.length);
            const last = steps[Math.min(gateway.got.length, steps.length) - 1]!;
            const mayHave = done.filter((one) => one === 202 || one === 500 || one === 'BREAKS');
            expect(mayHave.length).toBeLessThanOrEqual(1);
            const { state } = await row(running, id);
            const sent =
              last === 202
                ? 'SENT'
                : last === 400
                  ? 'FAILED'
                  : last === 500 || last === 'BREAKS'
                    ? 'UNCERTAIN'
                    : 'WAITING';
            const expected = (sent === 'SENT' || sent === 'UNCERTAIN') && told.length > 0 ? told[0] : sent;
            expect(state).toBe(expected);
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});
