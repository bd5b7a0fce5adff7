import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { forgetLostCodes } from '../src/modules/lost-code/index.ts';
import { hitsIn, listeningLogger } from './canaries.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';

const ASK = `mutation ($input: RequestNewAccessCodeInput!) { requestNewAccessCode(input: $input) { __typename
  ... on NewAccessCodeRequested { validMinutes } ... on InvalidInput { fields { path code } } ... on TooManyRequests { retryAfterSeconds } } }`;
const RENEW = `mutation ($input: RenewAccessCodeInput!) { renewAccessCode(input: $input) { __typename ... on AccessCodeRenewed { number accessCode } ... on UserError { code message } } }`;
const OPEN = `mutation ($input: OpenReportInput!) { openReport(input: $input) { __typename ... on UserError { code message } } }`;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

describe('a lost access code', () => {
  let harness: Harness;
  const { logger, lines } = listeningLogger();
  const email = 'kanari.hilang@contoh.test';
  beforeAll(async () => {
    harness = await startHarness({ logger });
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  /** Until nothing waits any more: requests are taken in batches. */
  const settle = async () => {
    while ((await harness.service.settle()) > 0);
  };
  const ask = async (number: string, contact: string, viewer: Viewer = actor.public) =>
    (await harness.ask(viewer, ASK, { input: { number, contact } })).requestNewAccessCode;
  const renew = async (token: string) =>
    (await harness.ask(actor.public, RENEW, { input: { token } })).renewAccessCode;
  const opens = async (number: string, accessCode: string) =>
    (await harness.ask(actor.public, OPEN, { input: { number, accessCode } })).openReport.__typename ===
    'ReportOpened';
  const mails = async () =>
    (await harness.events('notification.requested')).filter(({ payload }) =>
      payload.template.startsWith('access-code'),
    );
  /** The token as the mail brings it. */
  async function tokenOf(id: string) {
    const contact = await harness.service.contactForMessage(id, 'access-code-lost');
    return contact?.facts.path?.replace('/lacak#kode-', '') ?? null;
  }
  const own = (overrides: Record<string, unknown> = {}) =>
    file(harness, actor.public, { reporter: { email, phone: '0812 3456 7890' }, ...overrides });

  it('is replaced by the link that goes to the own address, and dies', async () => {
    const { id, number, accessCode } = await own();
    await ask(`${number.slice(0, 4)} ${number.slice(4)}`, ` ${email.toUpperCase()} `);
    await settle();
    const renewed = await renew((await tokenOf(id))!);
    expect(renewed).toMatchObject({ __typename: 'AccessCodeRenewed', number });
    expect(renewed.accessCode).toMatch(/^\d{16}$/);
    expect([await opens(number, accessCode), await opens(number, renewed.accessCode)]).toEqual([false, true]);
    expect(await tokenOf(id)).toBeNull();
  });

  it('is found by the phone number, too, however it is written, and goes to the address all the same', async () => {
    const { id, number } = await own();
    await ask(number, '+62 812-3456-7890');
    await settle();
    const contact = await harness.service.contactForMessage(id, 'access-code-lost');
    expect(contact).toMatchObject({ email, facts: { path: expect.stringMatching(/^\/lacak#kode-/) } });
  });

  it('is answered alike for every number and contact, by the same statements and in the same time', async () => {
    const { number } = await own();
    const withoutIdentity = await file(harness);
    const kinds = {
      right: [number, email],
      'wrong contact': [number, 'lain@contoh.test'],
      'nobody to write to': [withoutIdentity.number, email],
      unknown: ['00000009', email],
    } as const;
    const answers = new Set<string>();
    const times: Record<string, number[]> = {};
    const counts = new Set<number>();
    for (let round = 0; round < 60; round++)
      for (const [kind, [asked, contact]] of Object.entries(kinds)) {
        const before = harness.statements();
        const began = performance.now();
        answers.add(
          JSON.stringify(await ask(asked, contact, { ...actor.public, source: `s${round % 20}-${kind}` })),
        );
        (times[kind] ??= []).push(performance.now() - began);
        counts.add(harness.statements() - before);
      }
    expect([...answers]).toEqual([
      JSON.stringify({ __typename: 'NewAccessCodeRequested', validMinutes: 60 }),
    ]);
    expect(counts.size).toBe(1);
    const medians = Object.values(times).map(median);
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5);
    await settle();
  });

  it('sends nothing to anybody but the reporter', async () => {
    const mine = await own();
    const foreign = await own({ reporter: { email: 'orang.lain@contoh.test' } });
    const anonymous = await file(harness, actor.public, { isAnonymous: true });
    const withAccount = await file(harness, actor.citizen('akun'));
    const before = (await mails()).length;
    await ask(foreign.number, email);
    await ask(mine.number, '');
    await ask(anonymous.number, email);
    await ask(withAccount.number, email);
    await ask(mine.number, '%');
    await settle();
    expect((await mails()).length).toBe(before);
  });

  it('leaves no address or link at rest, in events or in logs', async () => {
    const { id, number } = await own();
    await ask(number, email);
    const rows = async () =>
      (
        await harness.test.database.pool.query(
          `select l::text as row from lost_code_request l union all select l::text from lost_code l
           union all select e::text from event e union all select a::text from audit a`,
        )
      ).rows
        .map(({ row }) => row)
        .join('\n');
    expect(hitsIn(await rows(), [email])).toEqual([]);
    await settle();
    const token = (await tokenOf(id))!;
    const renewed = await renew(token);
    expect(hitsIn(`${await rows()}\n${lines.join('\n')}`, [email, token, renewed.accessCode])).toEqual([]);
    expect(await harness.row('select count(*)::int as waiting from lost_code_request')).toEqual({
      waiting: 0,
    });
  });

  it('is given again to whoever lost the answer, and every other link is dead then', async () => {
    const { id, number } = await own();
    const tokens: string[] = [];
    for (let time = 0; time < 2; time++) {
      await ask(number, email);
      await settle();
      tokens.push((await tokenOf(id))!);
      harness.clock.advance(1_000);
    }
    expect(new Set(tokens).size).toBe(2);
    const first = await renew(tokens[0]!);
    expect(await renew(tokens[0]!)).toEqual(first);
    const refused = [await renew(tokens[1]!), await renew('a'.repeat(45)), await renew('')];
    expect(new Set(refused.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(refused[0].__typename).toBe('NotFound');
    expect(await opens(number, first.accessCode)).toBe(true);
  });

  it('gives one code to two who use two links at once', async () => {
    const { id, number } = await own();
    const tokens: string[] = [];
    for (let time = 0; time < 2; time++) {
      await ask(number, email);
      await settle();
      tokens.push((await tokenOf(id))!);
      harness.clock.advance(1_000);
    }
    const answers = await Promise.all(tokens.map(renew));
    const won = answers.filter(({ __typename }) => __typename === 'AccessCodeRenewed');
    expect(won).toHaveLength(1);
    expect(await opens(number, won[0].accessCode)).toBe(true);
  });

  it('has an hour, and then is forgotten', async () => {
    const { id, number } = await own();
    await ask(number, email);
    await settle();
    const token = (await tokenOf(id))!;
    harness.clock.advance(3_600_000);
    expect((await renew(token)).__typename).toBe('NotFound');
    harness.clock.advance(86_400_000);
    await forgetLostCodes(harness.deps);
    expect(await harness.row('select count(*)::int as kept from lost_code where report_id = $1', id)).toEqual(
      {
        kept: 0,
      },
    );
  });

  it('fills nobody’s mailbox, and makes a source wait that asks for many', async () => {
    const { id, number } = await own();
    for (let time = 0; time < 5; time++) await ask(number, email);
    await settle();
    expect(await harness.row('select count(*)::int as sent from lost_code where report_id = $1', id)).toEqual(
      {
        sent: 3,
      },
    );
    const viewer = { ...actor.public, source: 'penanya' };
    for (let time = 0; time < 10; time++)
      expect((await ask('00000001', email, viewer)).__typename).toBe('NewAccessCodeRequested');
    expect(await ask('00000001', email, viewer)).toMatchObject({ __typename: 'TooManyRequests' });
  });

  it('tells the reporter that the code was replaced', async () => {
    const { id, number } = await own();
    await ask(number, email);
    await settle();
    await renew((await tokenOf(id))!);
    const sent = (await mails()).filter(({ payload }) => payload.recipient.reportId === id);
    expect(sent.map(({ payload }) => payload.template)).toEqual(['access-code-lost', 'access-code-renewed']);
    expect(sent.map(({ payload }) => payload.facts)).toEqual([{ number }, { number }]);
  });
});
