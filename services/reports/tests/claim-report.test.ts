import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, type Harness } from './harness.ts';

const CLAIM = `mutation ($input: ClaimReportInput!) { claimReport(input: $input) { __typename
  ... on ReportChanged { report { id viewerIsReporter } } ... on TooManyRequests { retryAfterSeconds } ... on UserError { code message } } }`;

describe('adding a report to an account', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const claim = async (viewer: Viewer, number: string, accessCode: string) =>
    (await harness.ask(viewer, CLAIM, { input: { number, accessCode } })).claimReport;
  const own = async (viewer: Viewer) =>
    (await harness.ask(viewer, `{ myReports { edges { node { id } } } }`)).myReports.edges.map(
      ({ node }: any) => node.id,
    );

  it('puts it among the own ones, once, and the code goes on opening it', async () => {
    const { id, number, accessCode } = await file(harness, actor.public, {
      reporter: { email: 'ibu@contoh.test' },
    });
    const account = actor.citizen('akun-baru');
    for (let time = 0; time < 2; time++)
      expect(await claim(account, number, accessCode)).toEqual({
        __typename: 'ReportChanged',
        report: { id, viewerIsReporter: true },
      });
    expect(await own(account)).toEqual([id]);
    expect(await harness.service.contactOfReporter(id)).toEqual({
      email: 'ibu@contoh.test',
      phone: null,
      accountId: 'akun-baru',
    });
    const { rows } = await harness.test.database.pool.query(
      `select actor_kind, actor_id, reach from audit where report_id = $1 and action = 'CLAIMED'`,
      [id],
    );
    expect(rows).toEqual([{ actor_kind: 'CITIZEN', actor_id: null, reach: [] }]);
  });

  it('makes an anonymous reporter reachable who had kept nothing', async () => {
    const { id, number, accessCode } = await file(harness, actor.public, { isAnonymous: true });
    expect(await harness.service.contactOfReporter(id)).toBeNull();
    await claim(actor.citizen('akun-anonim'), number, accessCode);
    expect(await harness.service.contactOfReporter(id)).toMatchObject({ accountId: 'akun-anonim' });
  });

  it('answers a wrong code, an unknown number and a report of somebody else’s account alike', async () => {
    const mine = await file(harness);
    const foreign = await file(harness, actor.citizen('pemilik'));
    const account = actor.citizen('penasaran');
    const answers = [
      await claim(account, mine.number, '0'.repeat(16)),
      await claim(account, '00000003', mine.accessCode),
      await claim(account, foreign.number, foreign.accessCode),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].__typename).toBe('NotFound');
    expect(await own(actor.citizen('pemilik'))).toContain(foreign.id);
  });

  it.each([
    ['nobody in particular', actor.public],
    ['an officer', actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr')],
    ['a key', { ...actor.citizen('akun'), apiKey: { id: 'k', scopes: ['graph:write'] } } as Viewer],
  ])('is nothing for %s', async (_who, viewer) => {
    const { number, accessCode } = await file(harness);
    expect((await claim(viewer, number, accessCode)).__typename).toBe('NotFound');
  });

  it('lets one of two accounts have it that come at once', async () => {
    const { id, number, accessCode } = await file(harness);
    const [one, two] = [actor.citizen('satu'), actor.citizen('dua')];
    const answers = await Promise.all([claim(one, number, accessCode), claim(two, number, accessCode)]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['NotFound', 'ReportChanged']);
    expect([...(await own(one)), ...(await own(two))].filter((each) => each === id)).toHaveLength(1);
  });
});
