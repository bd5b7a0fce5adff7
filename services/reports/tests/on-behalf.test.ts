import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { hitsIn } from './canaries.ts';
import { actor, file, startHarness, submission, type Harness } from './harness.ts';

const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename
  ... on ReportSubmitted { accessCode report { id number channel } } ... on InvalidInput { fields { path code } } ... on UserError { code } } }`;
const OF = `query ($number: String!) { report(number: $number) { id channel filedOnBehalf { consentRecordedAs note organisation { id } } excludedOrganisations { id } history { actorKind officer { id } organisation { id } } } }`;
const officer = actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr');
const onBehalf = { consentRecordedAs: 'PAPER_SIGNED', note: 'Map kanari nomor tiga' };

describe('filing for somebody else', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const submit = async (viewer: Viewer, overrides: Record<string, unknown>) =>
    (await harness.ask(viewer, SUBMIT, { input: submission(overrides) })).submitReport;
  const look = async (viewer: Viewer, number: string) => (await harness.ask(viewer, OF, { number })).report;

  it('leaves the person the reporter: the code opens it, and the officer has no more than any officer', async () => {
    const { accessCode, report } = await submit(officer, {
      onBehalf,
      reporter: { email: 'ibu@contoh.test' },
    });
    expect(report.channel).toBe('COUNTER');
    expect(accessCode).toMatch(/^\d{16}$/);
    expect(await look(officer, report.number)).toBeNull();
    const [mine] = await harness.test.database.query<{ account: Buffer | null }>(
      'account-of-counter',
      'select account_lookup as account from report where id = $1',
      [report.id],
    );
    expect(mine!.account).toBeNull();
    expect(await harness.service.contactOfReporter(report.id)).toMatchObject({
      email: 'ibu@contoh.test',
      accountId: null,
    });
  });

  it('tells the consent to the reporter and the national desk, and shows the officer in the audit alone', async () => {
    const { report } = await submit(officer, { onBehalf });
    const told = {
      consentRecordedAs: 'PAPER_SIGNED',
      note: onBehalf.note,
      organisation: { id: 'opd-13-71-dpupr' },
    };
    for (const viewer of [actor.withGrant(report.id), actor.nationalAdmin()]) {
      const seen = await look(viewer, report.number);
      expect(seen.filedOnBehalf).toEqual(told);
      expect(seen.history).toEqual([{ actorKind: 'CITIZEN', officer: null, organisation: null }]);
    }
    const { rows } = await harness.test.database.pool.query(
      `select action, actor_kind, actor_id, organisation_id from audit where report_id = $1 order by id`,
      [report.id],
    );
    expect(rows).toEqual([
      { action: 'SUBMITTED', actor_kind: 'CITIZEN', actor_id: null, organisation_id: null },
      {
        action: 'FILED_ON_BEHALF',
        actor_kind: 'OFFICER',
        actor_id: officer.accountId,
        organisation_id: 'opd-13-71-dpupr',
      },
    ]);
  });

  it('keeps the note sealed, and out of every event', async () => {
    await submit(officer, { onBehalf });
    const { rows } = await harness.test.database.pool.query(
      `select b::text as row from filed_on_behalf b union all select a::text from audit a union all select e::text from event e`,
    );
    expect(hitsIn(rows.map(({ row }) => row).join('\n'), [onBehalf.note])).toEqual([]);
  });

  it.each([
    ['the public', actor.public],
    ['a citizen', actor.citizen('warga')],
    ['a field officer', actor.officer('FIELD_OFFICER', 'opd-13-71-dpupr')],
    ['the head of an agency', actor.officer('AGENCY_HEAD', 'pemkot-13-71')],
    ['an analyst', actor.officer('ANALYST', 'kemenpanrb')],
    [
      'a key of the agency',
      { ...officer, apiKey: { id: 'kunci', scopes: ['reports:read', 'graph:write'] } } as Viewer,
    ],
  ])('does not exist for %s', async (_who, viewer) => {
    const { count } = await harness.row('select count(*)::int as count from report');
    expect(await submit(viewer, { onBehalf })).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await harness.row('select count(*)::int as count from report')).toEqual({ count });
  });

  it('names the door at which somebody asked, and no other', async () => {
    for (const channel of ['SMS', 'WHATSAPP', 'EMAIL'])
      expect((await submit(officer, { onBehalf: { ...onBehalf, channel } })).report.channel).toBe(channel);
    for (const channel of ['WEB', 'ANDROID', 'IOS', 'API'])
      expect((await submit(officer, { onBehalf: { ...onBehalf, channel } })).fields).toEqual([
        { path: 'input.onBehalf.channel', code: 'NOT_A_DOOR' },
      ]);
  });

  it('makes one report of 50 parallel sends, and one consent', async () => {
    const input = submission({ onBehalf });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => harness.ask(officer, SUBMIT, { input })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { id } = answers[0].submitReport.report;
    expect(
      await harness.row('select count(*)::int as consents from filed_on_behalf where report_id = $1', id),
    ).toEqual({ consents: 1 });
  });

  it('lets a counter enter more than a network may send', async () => {
    const counter: Viewer = { ...officer, accountId: 'loket-sibuk', source: 'jaringan-kantor' };
    for (let entered = 0; entered < 40; entered++)
      expect((await submit(counter, { onBehalf })).__typename).toBe('ReportSubmitted');
  });
});

describe('the door of a report', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it.each([
    ['WEB', actor.public],
    ['ANDROID', { ...actor.public, channel: 'ANDROID' }],
    ['IOS', { ...actor.citizen('warga'), channel: 'IOS' }],
    // Nobody but a door of the platform speaks for another network.
    ['WEB', { ...actor.public, channel: 'SMS' }],
    ['SMS', { ...actor.public, channel: 'SMS', isAtDoor: true }],
    ['WEB', { ...actor.public, channel: 'tidak ada', isAtDoor: true }],
    ['WEB', { ...actor.citizen('warga'), channel: 'X' }],
    ['SMS', { ...actor.public, kind: 'service', channel: 'SMS' }],
    ['WEB', { ...actor.public, kind: 'service', channel: 'tidak ada' }],
    [
      'API',
      { ...actor.officer('LIAISON_OFFICER', 'pemkot-13-71'), apiKey: { id: 'k', scopes: ['graph:write'] } },
    ],
  ] as [string, Viewer][])('is %s (%#)', async (channel, viewer) => {
    const { submitReport } = await harness.ask(viewer, SUBMIT, { input: submission() });
    expect(submitReport.report.channel).toBe(channel);
  });
});

describe('whom a reporter keeps out', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const excluded = ['opd-13-71-dishub', 'tidak-dikenal'];

  it('is kept, also when it is not known yet, and told to the reporter and the national desk only', async () => {
    const { id, number } = await file(harness, actor.public, {
      excludedOrganisationIds: [...excluded, excluded[0]],
    });
    const ask = async (viewer: Viewer) => (await harness.ask(viewer, OF, { number })).report;
    for (const viewer of [actor.withGrant(id), actor.nationalAdmin()])
      expect((await ask(viewer)).excludedOrganisations).toEqual(excluded.map((name) => ({ id: name })));
    expect((await ask(actor.officer('KSP_MONITOR', 'ksp'))).excludedOrganisations).toBeNull();
  });

  it('is ten at most, and part of what a key stands for', async () => {
    const submit = async (overrides: Record<string, unknown>) =>
      (await harness.ask(actor.public, SUBMIT, { input: submission(overrides) })).submitReport;
    const many = Array.from({ length: 11 }, (_, index) => `unit-${index}`);
    expect((await submit({ excludedOrganisationIds: many })).fields).toEqual([
      { path: 'input.excludedOrganisationIds', code: 'TOO_LONG' },
    ]);
    const submissionKey = randomUUID();
    await submit({ submissionKey, excludedOrganisationIds: excluded });
    // In whatever order they come.
    expect((await submit({ submissionKey, excludedOrganisationIds: excluded.toReversed() })).__typename).toBe(
      'ReportSubmitted',
    );
    expect((await submit({ submissionKey, excludedOrganisationIds: ['lain'] })).__typename).toBe(
      'SubmissionConflict',
    );
  });
});
