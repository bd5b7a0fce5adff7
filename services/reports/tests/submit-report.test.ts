import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { actor, startHarness, submission, type Harness } from './harness.ts';

const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename
  ... on ReportSubmitted { accessCode report { id number state viewerIsReporter reporterLabel } }
  ... on InvalidInput { fields { path code } } ... on TooManyRequests { retryAfterSeconds } ... on UserError { code } } }`;
const OPEN = `mutation ($input: OpenReportInput!) { openReport(input: $input) { __typename ... on ReportOpened { report { id } } } }`;
const NEEDS = {
  NONE: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
  CONTACT: 'agama.haji-dan-umroh',
  IDENTITY: 'administrasi-kependudukan.ktp-elektronik',
};
// A NIK of a province that exists with a birth date that does not: nobody's.
const NIK = '1371009999990001';

describe('submitting a report', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
    const [row] = await harness.test.database.query<{ id: string }>(
      'identity-category',
      `select id from category where identity_requirement = 'IDENTITY' and status = 'active' order by id limit 1`,
    );
    NEEDS.IDENTITY = row!.id;
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const submit = async (overrides: Record<string, unknown> = {}, viewer: Viewer = actor.public) =>
    (await harness.ask(viewer, SUBMIT, { input: submission(overrides) })).submitReport;
  const faults = async (overrides: Record<string, unknown>, viewer?: Viewer) =>
    ((await submit(overrides, viewer)).fields ?? []).map(
      ({ path, code }: { path: string; code: string }) => `${path} ${code}`,
    );
  const count = async () => Number((await harness.row('select count(*) as count from report')).count);

  it('makes one report of 50 parallel sends of one key, each with the same number and code', async () => {
    const before = await count();
    const input = submission();
    const answers = await Promise.all(
      Array.from(
        { length: 50 },
        async () => (await harness.ask(actor.public, SUBMIT, { input })).submitReport,
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({
      accessCode: expect.stringMatching(/^\d{16}$/),
      report: { number: expect.stringMatching(/^\d{8}$/), state: 'SUBMITTED', viewerIsReporter: true },
    });
    expect(await count()).toBe(before + 1);
    const { id } = answers[0].report;
    expect(
      await harness.row('select count(*)::int as entries from history where report_id = $1', id),
    ).toEqual({
      entries: 1,
    });
    expect(
      (await harness.events('report.transitioned')).filter(({ payload }) => payload.reportId === id),
    ).toHaveLength(1);
    expect(await verifyHistory(harness.test.database, harness.deps.chain, id)).toBeNull();
  });

  it('derives the code again after a lost answer, and the code opens the report', async () => {
    const input = submission();
    await harness.ask(actor.public, SUBMIT, { input });
    harness.clock.advance(3_600_000);
    const { accessCode, report } = (await harness.ask(actor.public, SUBMIT, { input })).submitReport;
    const { openReport } = await harness.ask(actor.public, OPEN, {
      input: { number: report.number, accessCode },
    });
    expect(openReport).toEqual({ __typename: 'ReportOpened', report: { id: report.id } });
    const { hash } = await harness.row(
      'select access_code_hash as hash from report where id = $1',
      report.id,
    );
    expect(hash.toString('latin1')).not.toContain(accessCode);
  });

  it.each([
    ['text', { text: 'Sama sekali lain dari yang pertama, dengan kata lain.' }],
    ['a flag', { isConfidential: true }],
    ['a reporter', { reporter: { name: 'Fulan' } }],
  ])('refuses the same key with other content: %s', async (_what, other) => {
    const input = submission();
    await harness.ask(actor.public, SUBMIT, { input });
    const before = await count();
    expect(await submit({ ...input, ...other })).toEqual({
      __typename: 'SubmissionConflict',
      code: 'SUBMISSION_CONFLICT',
    });
    expect(await count()).toBe(before);
  });

  it('gives a code with an account, too, which opens the report for who is signed out', async () => {
    const { accessCode, report } = await submit(submission(), actor.citizen('a'));
    const { openReport } = await harness.ask(actor.public, OPEN, {
      input: { number: report.number, accessCode },
    });
    expect(openReport).toEqual({ __typename: 'ReportOpened', report: { id: report.id } });
  });

  it('refuses another account’s key', async () => {
    const input = submission();
    await submit(input, actor.citizen('a'));
    expect(await submit(input, actor.citizen('b'))).toMatchObject({ __typename: 'SubmissionConflict' });
    expect(await submit(input)).toMatchObject({ __typename: 'SubmissionConflict' });
  });

  it.each([
    [{ submissionKey: 'bukan-uuid' }, 'input.submissionKey INVALID'],
    [{ title: ' abc ' }, 'input.title TOO_SHORT'],
    [{ title: 'a'.repeat(151) }, 'input.title TOO_LONG'],
    [{ text: 'terlalu pendek' }, 'input.text TOO_SHORT'],
    [{ text: '\u0000'.repeat(40) }, 'input.text TOO_SHORT'],
    [{ text: 'a'.repeat(4_001) }, 'input.text TOO_LONG'],
    [{ occurredOn: '2026-11-22' }, 'input.occurredOn IN_THE_FUTURE'],
    [{ placeText: 'a'.repeat(301) }, 'input.placeText TOO_LONG'],
    [{ point: { latitude: 51.5, longitude: 106 } }, 'input.point.latitude INVALID'],
    [{ point: { latitude: -6, longitude: 4.9 } }, 'input.point.longitude INVALID'],
    [{ regionCode: "13'; drop" }, 'input.regionCode INVALID'],
    [{ categoryId: 'tidak-ada' }, 'input.categoryId NOT_FOUND'],
    [{ categoryId: 'corona-virus' }, 'input.categoryId NOT_FOUND'],
    [{ attachmentIds: ['x'] }, 'input.attachmentIds.0 INVALID'],
    [{ attachmentIds: Array.from({ length: 6 }, () => randomUUID()) }, 'input.attachmentIds TOO_LONG'],
    [{ reporter: { name: 'X' } }, 'input.reporter.name TOO_SHORT'],
    [{ reporter: { phone: '021-5551234' } }, 'input.reporter.phone INVALID_PHONE'],
    [{ reporter: { email: 'bukan surel' } }, 'input.reporter.email INVALID'],
    [{ reporter: { nik: '123' } }, 'input.reporter.nik INVALID_NIK'],
    [{ reporter: { nik: '0071009999990001' } }, 'input.reporter.nik INVALID_NIK'],
    [{ reporter: { address: 'Jl' } }, 'input.reporter.address TOO_SHORT'],
  ] as [Record<string, unknown>, string][])('names the faulty field (%#)', async (overrides, wanted) => {
    const before = await count();
    expect(await faults(overrides)).toEqual([wanted]);
    expect(await count()).toBe(before);
  });

  it('names every faulty field at once', async () => {
    expect(await faults({ title: '', text: '', reporter: { phone: '1', nik: '2' } })).toEqual([
      'input.title TOO_SHORT',
      'input.text TOO_SHORT',
      'input.reporter.phone INVALID_PHONE',
      'input.reporter.nik INVALID_NIK',
    ]);
  });

  it('takes phone numbers as people write them and keeps them in one form', async () => {
    for (const phone of ['0812 3456 7890', '+62 812-3456-7890', '62.812.3456.7890', '(0812) 34567890']) {
      const { report } = await submit({ reporter: { phone } });
      expect(await harness.service.contactOfReporter(report.id), phone).toEqual({
        email: null,
        phone: '+6281234567890',
        accountId: null,
      });
    }
  });

  const contact = { phone: '081234567890' };
  const full = { name: 'Fulan', nik: NIK, ...contact };
  const account = actor.citizen('akun');
  it.each([
    ['NONE', false, actor.public, undefined, []],
    ['NONE', true, actor.public, undefined, []],
    ['NONE', true, actor.public, contact, ['input.reporter NOT_WITH_ANONYMOUS']],
    ['CONTACT', false, actor.public, undefined, ['input.reporter.phone REQUIRED']],
    ['CONTACT', false, actor.public, contact, []],
    ['CONTACT', false, actor.public, { email: 'fulan@contoh.test' }, []],
    ['CONTACT', false, account, undefined, []],
    ['CONTACT', true, actor.public, undefined, []],
    ['CONTACT', true, actor.public, contact, ['input.reporter NOT_WITH_ANONYMOUS']],
    ['CONTACT', true, account, undefined, []],
    [
      'IDENTITY',
      false,
      actor.public,
      undefined,
      ['input.reporter.name REQUIRED', 'input.reporter.nik REQUIRED', 'input.reporter.phone REQUIRED'],
    ],
    ['IDENTITY', false, actor.public, full, []],
    ['IDENTITY', false, account, { name: 'Fulan', nik: NIK }, []],
    ['NONE', false, account, { nik: NIK }, ['input.reporter.nik NOT_NEEDED']],
    ['CONTACT', false, actor.public, full, ['input.reporter.nik NOT_NEEDED']],
    ['CONTACT', true, account, { ...contact, nik: NIK }, ['input.reporter.nik NOT_NEEDED']],
    ['IDENTITY', false, account, { name: 'Fulan' }, ['input.reporter.nik REQUIRED']],
    ['IDENTITY', true, actor.public, undefined, ['input.isAnonymous IDENTITY_NEEDED']],
    ['IDENTITY', true, account, full, ['input.isAnonymous IDENTITY_NEEDED']],
  ] as const)(
    'asks what the category needs: %s, anonymous %s',
    async (need, isAnonymous, viewer, reporter, wanted) => {
      expect(await faults({ categoryId: NEEDS[need], isAnonymous, reporter }, viewer)).toEqual(wanted);
    },
  );

  it('keeps a hint of a known organisation, and files without it when it is unknown', async () => {
    const hint = async (suggestedOrganisationId: string) => {
      const { report } = await submit({ suggestedOrganisationId });
      return (
        await harness.row('select suggested_organisation_id as hint from report where id = $1', report.id)
      ).hint;
    };
    expect(await hint('pemkot-13-71')).toBe('pemkot-13-71');
    expect(await hint('opd-yang-belum-dikenal')).toBeNull();
  });

  it('finds the region of a point that comes without one, and keeps what its sender says of it', async () => {
    const regionOf = async (overrides: Record<string, unknown>) => {
      const { report } = await submit({ regionCode: null, ...overrides });
      return (await harness.row('select region_code as code from report where id = $1', report.id)).code;
    };
    const padang = { latitude: -0.9471, longitude: 100.4172 };
    expect(await regionOf({ point: padang })).toBe('13.71');
    expect(await regionOf({ point: padang, regionCode: '13.71.09' })).toBe('13.71.09');
    expect(await regionOf({ point: { latitude: -5, longitude: 94.5 } })).toBeNull();
    expect(await regionOf({})).toBeNull();
  });

  it('shows a name only to those whose reporter asked for it, and never with a flag', async () => {
    const label = async (overrides: Record<string, unknown>) =>
      (await submit({ reporter: { name: 'Fulan Terbuka', showNamePublicly: true }, ...overrides }, account))
        .report.reporterLabel;
    expect(await label({})).toBe('Fulan Terbuka');
    expect(await label({ reporter: { name: 'Fulan' } })).toMatch(/^Pelapor \d{4}$/);
    expect(await label({ isAnonymous: true })).toBe('Anonim');
    expect(await label({ isConfidential: true })).toMatch(/^Pelapor \d{4}$/);
  });

  it('tells a busy source how long to wait, and still answers a retry and other sources', async () => {
    const source = (name: string): Viewer => ({ ...actor.public, source: name });
    const first = submission();
    await submit(first, source('a'));
    for (let sent = 1; sent < 30; sent++) await submit({}, source('a'));
    const refused = await submit({}, source('a'));
    expect(refused).toEqual({
      __typename: 'TooManyRequests',
      code: 'TOO_MANY_REQUESTS',
      retryAfterSeconds: 600,
    });
    expect(await submit(first, source('a'))).toMatchObject({ __typename: 'ReportSubmitted' });
    expect(await submit({}, source('b'))).toMatchObject({ __typename: 'ReportSubmitted' });
    harness.clock.advance(refused.retryAfterSeconds * 1_000);
    expect(await submit({}, source('a'))).toMatchObject({ __typename: 'ReportSubmitted' });
  });

  it('draws another number when one is taken', async () => {
    const { database } = harness.deps;
    const query = database.query;
    let collisions = 2;
    database.query = (name, ...rest) =>
      name === 'file-report' && collisions-- > 0
        ? Promise.reject(
            Object.assign(new Error('duplicate'), { code: '23505', constraint: 'report_number_key' }),
          )
        : query(name, ...rest);
    expect(await submit()).toMatchObject({ __typename: 'ReportSubmitted' });
    expect(collisions).toBe(-1);
    database.query = query;
  });
});

describe('submitting while other services are down', () => {
  it('works before any organisation is known', async () => {
    await using harness = await startHarness({ organisations: false });
    const { submitReport } = await harness.ask(actor.public, SUBMIT, {
      input: submission({ suggestedOrganisationId: 'pemkot-13-71' }),
    });
    expect(submitReport).toMatchObject({ __typename: 'ReportSubmitted', report: { state: 'SUBMITTED' } });
  });
});
