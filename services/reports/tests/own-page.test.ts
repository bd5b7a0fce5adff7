import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { startHttp, photo, type Http } from './files.ts';
import {
  actor,
  change,
  file,
  organisationEvents,
  startHarness,
  submission,
  verification,
  type Harness,
} from './harness.ts';
import { growTree, tell, type Tree } from './organisations.ts';
import { must } from './situations.ts';

const PAGE = 'pemkot-13-71';
const UNIT = 'opd-13-71-dpupr';
const admin = actor.officer('AGENCY_ADMIN', PAGE);
const SENSITIVE = 'politik-dan-hukum.penyalahgunaan-wewenang';
const REASON = 'Alasan yang cukup panjang.';

describe('a report that is filed on an agency’s own page', () => {
  let harness: Harness;
  let http: Http;
  let tree: Tree;
  let version = 1;
  /** As `organisations` tells of it, with more than is usual. */
  const tellOf = (id: string, changes: Record<string, unknown>) => {
    const { payload } = organisationEvents().find(({ stream }) => stream === id)!;
    return tell(harness, { ...(payload as any), ...changes, version: ++version });
  };
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
    tree = growTree(harness);
    await tellOf(PAGE, { hasDirectVerification: true, timeZone: 'Asia/Jakarta' });
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  const deskOf = async (id: string) =>
    (await harness.row('select desk_organisation_id as desk from report where id = $1', id)).desk as
      string | null;
  const fileOn = async (
    page: string | null,
    overrides: Record<string, unknown> = {},
    viewer: Viewer = actor.public,
  ) => {
    const filed = await file(harness, viewer, { filedOnPageOf: page, ...overrides });
    return { ...filed, desk: await deskOf(filed.id) };
  };
  const inboxOf = async (viewer: Viewer, organisationId: string) =>
    (
      await harness.ask(
        viewer,
        `{ inbox(bucket: TO_VERIFY, organisationId: "${organisationId}", first: 100) { edges { node { id } } } }`,
      )
    ).inbox.edges.map(({ node }: { node: { id: string } }) => node.id);
  const nationalQueue = async () =>
    (
      await harness.ask(actor.nationalAdmin(), '{ verificationQueue(first: 100) { edges { node { id } } } }')
    ).verificationQueue.edges.map(({ node }: { node: { id: string } }) => node.id);

  it('waits at the desk of that agency, and at no other', async () => {
    const { id, desk } = await fileOn(PAGE);
    expect(desk).toBe(PAGE);
    expect(await inboxOf(admin, PAGE)).toContain(id);
    expect(await nationalQueue()).not.toContain(id);
    const [event] = (await harness.events('report.transitioned')).filter(
      ({ payload }) => payload.reportId === id,
    );
    expect(event!.payload).toMatchObject({
      kind: 'SUBMITTED',
      assignments: [],
      desk: { organisationId: PAGE, path: [PAGE], timeZone: 'Asia/Jakarta' },
    });
    expect(
      await change(harness, admin, 'verifyReport', verification(id, { leadOrganisationId: UNIT })),
    ).toMatchObject({
      report: { state: 'DISPOSED', handler: { id: UNIT }, isPublished: true },
    });
  });

  it('is archived or held back by that desk never, and by the national one as ever', async () => {
    const { id } = await fileOn(PAGE);
    const attempts: [string, Record<string, unknown>][] = [
      ['archiveReport', { reportId: id, code: 'SPAM', text: REASON }],
      ['withholdReport', { reportId: id, reason: REASON, rule: 'PERSONAL_DATA' }],
    ];
    for (const [mutation, input] of attempts)
      expect(await change(harness, admin, mutation, input), mutation).toMatchObject({
        __typename: 'NotFound',
      });
    expect(
      await change(
        harness,
        admin,
        'verifyReport',
        verification(id, { safeToPublish: false, withholdReason: REASON }),
      ),
    ).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ path: 'input.safeToPublish', code: 'NATIONAL_DESK_ONLY' }],
    });
    await must(harness, actor.nationalAdmin(), 'archiveReport', { reportId: id, code: 'SPAM', text: REASON });
  });

  it('is no duplicate by that desk either, which would archive it', async () => {
    const { id, number } = await fileOn(PAGE);
    const { number: dummy } = await fileOn(PAGE);
    const { report } = await harness.ask(admin, `{ report(number: "${number}") { viewerCanMarkDuplicate } }`);
    expect(report).toEqual({ viewerCanMarkDuplicate: false });
    const link = { reportId: id, masterNumber: dummy, reason: REASON };
    expect(await change(harness, admin, 'markDuplicate', link)).toMatchObject({ __typename: 'NotFound' });
    expect(await harness.row('select state from report where id = $1', id)).toEqual({ state: 'SUBMITTED' });
    await must(harness, actor.nationalAdmin(), 'markDuplicate', link);
  });

  it.each(['SUBMITTED', 'POSTPONED'])(
    'goes to the national desk when it becomes confidential while it is %s, and leaves the inbox and the lease',
    async (state) => {
      const { id, number } = await fileOn(PAGE);
      if (state === 'POSTPONED')
        await must(harness, admin, 'postponeReport', { reportId: id, missingData: REASON });
      else
        await harness.ask(
          admin,
          `mutation ($input: LeaseReportInput!) { leaseReport(input: $input) { __typename } }`,
          {
            input: { reportId: id },
          },
        );
      await must(harness, actor.nationalAdmin(), 'flagReport', {
        reportId: id,
        confidential: true,
        reason: REASON,
      });
      expect(await deskOf(id)).toBeNull();
      expect(await inboxOf(admin, PAGE)).not.toContain(id);
      expect((await harness.ask(admin, `{ report(number: "${number}") { id } }`)).report).toBeNull();
      expect(await harness.row('select count(*)::int as n from lease where report_id = $1', id)).toEqual({
        n: 0,
      });
      if (state === 'POSTPONED')
        await must(harness, actor.withGrant(id), 'completeReportData', { reportId: id, text: REASON });
      expect(await nationalQueue()).toContain(id);
    },
  );

  it('is given away by the desk’s own flag, and keeps that desk when it becomes only anonymous', async () => {
    const { id } = await fileOn(PAGE);
    await must(harness, admin, 'flagReport', { reportId: id, anonymous: true, reason: REASON });
    expect(await deskOf(id)).toBe(PAGE);
    expect(
      await change(harness, admin, 'flagReport', { reportId: id, confidential: true, reason: REASON }),
    ).toEqual({ __typename: 'ReportOutOfSight', wentTo: 'NATIONAL_DESK', organisation: null });
    expect(await deskOf(id)).toBeNull();
  });

  it('tells whoever gave it away where that very change sent it, and nothing of what came later', async () => {
    const { id } = await fileOn(PAGE);
    const input = { reportId: id, confidential: true, reason: REASON, requestKey: randomUUID() };
    const gone = { __typename: 'ReportOutOfSight', wentTo: 'NATIONAL_DESK', organisation: null };
    expect(await change(harness, admin, 'flagReport', input)).toEqual(gone);
    await must(
      harness,
      actor.nationalAdmin(),
      'verifyReport',
      verification(id, { leadOrganisationId: UNIT }),
    );
    expect(await change(harness, admin, 'flagReport', input)).toEqual(gone);
    // Somebody else's key, or another change, finds nothing.
    expect(await change(harness, admin, 'flagReport', { ...input, requestKey: randomUUID() })).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('stays with its unit when the government above protects it, which is told so', async () => {
    const { id } = await fileOn(PAGE);
    await must(harness, admin, 'verifyReport', verification(id, { leadOrganisationId: UNIT }));
    expect(
      await change(harness, admin, 'flagReport', { reportId: id, confidential: true, reason: REASON }),
    ).toEqual({ __typename: 'ReportOutOfSight', wentTo: 'HANDLERS', organisation: null });
  });

  it('waits at the national desk when the organisation of the page is kept out, or one above it', async () => {
    expect((await fileOn(UNIT, { excludedOrganisationIds: [UNIT] })).desk).toBeNull();
    expect((await fileOn(UNIT, { excludedOrganisationIds: [PAGE] })).desk).toBeNull();
    await tree.add('kota-halaman', null, { hasDirectVerification: true });
    await tree.add('dinas-halaman', 'kota-halaman');
    await tree.add('unit-halaman', 'dinas-halaman');
    expect((await fileOn('unit-halaman', { excludedOrganisationIds: ['dinas-halaman'] })).desk).toBeNull();
    expect((await fileOn('dinas-halaman', { excludedOrganisationIds: ['unit-halaman'] })).desk).toBe(
      'kota-halaman',
    );
  });

  it('goes to the national desk when the right ends, in whatever state it waits; what came back there stays', async () => {
    await tree.add('kota-hak', null, { hasDirectVerification: true });
    await tree.add('dinas-hak', 'kota-hak');
    const cityAdmin = actor.officer('AGENCY_ADMIN', 'kota-hak');
    const [waiting, postponed, returned] = [
      await fileOn('kota-hak'),
      await fileOn('kota-hak'),
      await fileOn('dinas-hak'),
    ];
    await must(harness, cityAdmin, 'postponeReport', { reportId: postponed.id, missingData: REASON });
    await must(
      harness,
      cityAdmin,
      'verifyReport',
      verification(returned.id, { leadOrganisationId: 'dinas-hak' }),
    );
    await must(harness, actor.officer('LIAISON_OFFICER', 'dinas-hak'), 'returnReport', {
      reportId: returned.id,
      reason: 'OTHER',
      text: REASON,
    });
    await tree.change('kota-hak', { hasDirectVerification: false });
    while ((await harness.service.settle()) > 0);
    expect([await deskOf(waiting.id), await deskOf(postponed.id), await deskOf(returned.id)]).toEqual([
      null,
      null,
      'kota-hak',
    ]);
    expect(await nationalQueue()).toContain(waiting.id);
    expect(await inboxOf(cityAdmin, 'kota-hak')).toEqual([returned.id]);
    expect(
      await harness.row(
        `select organisation_id as "from", to_organisation_id as "to", reason_code as reason from history where report_id = $1 and kind = 'REASSIGNED'`,
        waiting.id,
      ),
    ).toEqual({ from: 'kota-hak', to: null, reason: 'RIGHT_ENDED' });
  });

  it('does not go on to a desk that has no such right', async () => {
    await tree.add('kota-tanpa-hak', null);
    await tree.add('kota-berakhir', null, { hasDirectVerification: true });
    const { id } = await fileOn('kota-berakhir');
    await tree.merge(['kota-berakhir'], 'kota-tanpa-hak');
    while ((await harness.service.settle()) > 0);
    expect(await deskOf(id)).toBeNull();
  });

  it('of a unit waits at the desk of its government, which has the right', async () => {
    expect((await fileOn(UNIT)).desk).toBe(PAGE);
    expect((await fileOn('opd-13-77-dpupr')).desk).toBeNull();
  });

  it.each([
    ['confidential', { isConfidential: true }],
    ['of a sensitive category', { categoryId: SENSITIVE }],
    ['about its officers', { isAboutOfficers: true }],
    ['closed to it', { excludedOrganisationIds: [PAGE] }],
  ])('waits at the national desk when it is %s', async (_what, overrides) => {
    const { id, desk } = await fileOn(PAGE, overrides);
    expect(desk).toBeNull();
    expect(await nationalQueue()).toContain(id);
    expect(await inboxOf(admin, PAGE)).not.toContain(id);
  });

  it('waits at the agency’s desk when another unit is kept out, which never gets it', async () => {
    const { id, desk } = await fileOn(PAGE, { excludedOrganisationIds: [UNIT] });
    expect(desk).toBe(PAGE);
    expect(
      await change(harness, admin, 'verifyReport', verification(id, { leadOrganisationId: UNIT })),
    ).toMatchObject({
      __typename: 'InvalidInput',
    });
  });

  it('waits at the national desk where the agency has no such right, has nobody, has ended, or is not known', async () => {
    expect((await fileOn('pemkot-13-77')).desk).toBeNull();
    expect((await fileOn('tidak-dikenal')).desk).toBeNull();
    expect((await fileOn(null)).desk).toBeNull();
    // The city is only suggested: that is a hint.
    expect((await fileOn(null, { suggestedOrganisationId: PAGE })).desk).toBeNull();
    for (const lacks of [{ isStaffed: false }, { status: 'FORMER' }, { hasDirectVerification: false }]) {
      await tellOf(PAGE, { hasDirectVerification: true, ...lacks });
      expect((await fileOn(PAGE)).desk, JSON.stringify(lacks)).toBeNull();
    }
    await tellOf(PAGE, { hasDirectVerification: true });
    expect((await fileOn(PAGE)).desk).toBe(PAGE);
  });

  it('is filed there by the agency’s own key without a word, and by others’ keys only where they say so', async () => {
    const key = (organisationId: string): Viewer => ({
      ...actor.officer('LIAISON_OFFICER', organisationId),
      apiKey: { id: `kunci-${organisationId}`, scopes: ['graph:write'] },
    });
    expect((await fileOn(null, {}, key(UNIT))).desk).toBe(PAGE);
    expect((await fileOn(null, { isConfidential: true }, key(UNIT))).desk).toBeNull();
    expect((await fileOn(null, {}, key('opd-13-77-dpupr'))).desk).toBeNull();
    expect((await fileOn(PAGE, {}, key('opd-13-77-dpupr'))).desk).toBe(PAGE);
    // An officer who files for oneself, signed in as such, uses the platform's own door.
    expect((await fileOn(null, {}, actor.officer('LIAISON_OFFICER', UNIT))).desk).toBeNull();
  });

  it('has its photos, and is one however often it is sent', async () => {
    const submissionKey = randomUUID();
    const { body } = await http.upload(actor.public, await photo(), { key: submissionKey });
    const input = submission({ submissionKey, filedOnPageOf: PAGE, attachmentIds: [body.id] });
    const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename ... on ReportSubmitted { report { id attachments { id } } } ... on UserError { code } } }`;
    const answers = await Promise.all(
      Array.from(
        { length: 10 },
        async () => (await harness.ask(actor.public, SUBMIT, { input })).submitReport,
      ),
    );
    expect(new Set(answers.map((answer) => answer.report.id)).size).toBe(1);
    expect(answers[0].report.attachments).toEqual([{ id: body.id }]);
    expect(await deskOf(answers[0].report.id)).toBe(PAGE);
    // Another page is other content.
    expect(
      (await harness.ask(actor.public, SUBMIT, { input: { ...input, filedOnPageOf: 'pemkot-13-77' } }))
        .submitReport,
    ).toEqual({ __typename: 'SubmissionConflict', code: 'SUBMISSION_CONFLICT' });
  });

  it('is not what an officer enters for somebody at a counter', async () => {
    const { submitReport } = await harness.ask(
      actor.officer('LIAISON_OFFICER', UNIT),
      `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename ... on InvalidInput { fields { path code } } } }`,
      {
        input: submission({
          filedOnPageOf: PAGE,
          onBehalf: { channel: 'COUNTER', consentRecordedAs: 'PAPER_SIGNED' },
        }),
      },
    );
    expect(submitReport).toEqual({
      __typename: 'InvalidInput',
      fields: [{ path: 'input.filedOnPageOf', code: 'NOT_ON_BEHALF' }],
    });
  });

  it('that is completed by its reporter comes back to the same desk, and after an appeal to the national one', async () => {
    const { id } = await fileOn(PAGE);
    await must(harness, admin, 'postponeReport', { reportId: id, missingData: REASON });
    await must(harness, actor.withGrant(id), 'completeReportData', { reportId: id, text: REASON });
    expect(await deskOf(id)).toBe(PAGE);
    expect(await inboxOf(admin, PAGE)).toContain(id);
    await must(harness, actor.nationalAdmin(), 'archiveReport', { reportId: id, code: 'SPAM', text: REASON });
    await must(harness, actor.withGrant(id), 'appealArchive', { reportId: id, text: REASON });
    expect(await deskOf(id)).toBeNull();
  });

  it('goes on to whoever has the tasks of an agency that ends while it waits, also of one that ends at that moment', async () => {
    await tree.add('pemkot-baru', null, { hasDirectVerification: true });
    await tree.add('pemkot-lama', null, { hasDirectVerification: true });
    const before = await fileOn('pemkot-lama');
    expect(before.desk).toBe('pemkot-lama');
    const [, ...raced] = await Promise.all([
      tree.merge(['pemkot-lama'], 'pemkot-baru'),
      ...Array.from({ length: 8 }, () => fileOn('pemkot-lama')),
    ]);
    while ((await harness.service.settle()) > 0);
    for (const { id } of [before, ...raced]) expect(['pemkot-baru', null]).toContain(await deskOf(id));
    expect(await deskOf(before.id)).toBe('pemkot-baru');
  });
});
