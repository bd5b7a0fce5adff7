import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { forgetLeases } from '../src/modules/lease/index.ts';
import { dispose, LEAD, must, REPORTER } from './situations.ts';

const operator = (name: string): Viewer => ({ ...actor.nationalAdmin(), accountId: name });
const [ani, budi] = [operator('ani'), operator('budi')];
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const REASON = 'Alasan yang cukup panjang.';
const MINUTE = 60_000;

describe('a lease of a waiting report', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  // Each test has a queue of its own.
  beforeEach(async () => {
    await harness.test.database.query(
      'empty',
      `update report set state = 'ARCHIVED' where state = 'SUBMITTED'`,
    );
    await harness.test.database.query('no-leases', 'delete from lease');
  });

  const LEASE = 'lease { officer { id } until isViewers }';
  const take = async (viewer: Viewer, input: Record<string, unknown> = {}) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: LeaseReportsInput!) { result: leaseReports(input: $input) { __typename
          ... on LeasesTaken { reportIds reports { id ${LEASE} } } ... on InvalidInput { fields { path } } } }`,
        { input: { first: 3, requestKey: randomUUID(), ...input } },
      )
    ).result;
  const idsOf = ({ reports, reportIds }: { reports: { id: string }[]; reportIds: string[] }) => {
    expect(reports.map(({ id }) => id)).toEqual(reportIds);
    return reportIds;
  };
  const lease = async (viewer: Viewer, reportId: string, takeOver?: boolean) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: LeaseReportInput!) { result: leaseReport(input: $input) { __typename
          ... on LeaseTaken { report { id ${LEASE} } } ... on ReportLeased { code officer { id } until } ... on TransitionRefused { code state } } }`,
        { input: { reportId, takeOver } },
      )
    ).result;
  const release = async (viewer: Viewer, reportId: string) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: ReleaseLeaseInput!) { result: releaseLease(input: $input) { __typename ... on LeaseReleased { report { ${LEASE} } } } }`,
        { input: { reportId } },
      )
    ).result;
  const seenBy = async (viewer: Viewer, number: string) =>
    (await harness.ask(viewer, `{ report(number: "${number}") { ${LEASE} } }`)).report?.lease ?? null;
  const audit = (reportId: string) =>
    harness.test.database.query<{ action: string; actor_id: string; facts: object }>(
      'audit-of',
      `select action, actor_id, facts from audit where report_id = $1 and action like 'LEASE%' order by id`,
      [reportId],
    );
  const waiting = async (count: number) => {
    const filed = [];
    for (let index = 0; index < count; index++) {
      filed.push(await file(harness));
      harness.clock.advance(1_000);
    }
    return filed;
  };

  it('is given to the oldest reports that nobody else has, and only once by fifty who ask at the same time', async () => {
    const filed = await waiting(60);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => take(operator(`operator-${index}`), { first: 2 })),
    );
    const given = answers.flatMap(idsOf);
    expect(new Set(given).size).toBe(given.length);
    // Nobody who was passed over was passed over for good.
    const rest = idsOf(await take(operator('late'), { first: 10 }));
    expect(new Set([...given, ...rest]).size).toBe(Math.min(60, given.length + rest.length));
    expect(given.length + rest.length).toBeGreaterThanOrEqual(50);
    expect(filed.map(({ id }) => id)).toEqual(expect.arrayContaining(given));
  });

  it('begins with the oldest, and gives the own ones again', async () => {
    const [first, second, third] = await waiting(3);
    expect(idsOf(await take(ani, { first: 2 }))).toEqual([first!.id, second!.id]);
    expect(idsOf(await take(budi, { first: 2 }))).toEqual([third!.id]);
    expect(idsOf(await take(ani, { first: 3 }))).toEqual([first!.id, second!.id]);
    // Taken once: what one has already is not taken anew.
    expect(await audit(first!.id)).toHaveLength(1);
  });

  it('takes nothing more when the request is repeated, also at the same time', async () => {
    const filed = await waiting(4);
    const requestKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => take(ani, { first: 2, requestKey })));
    for (const answer of answers) expect(idsOf(answer)).toEqual([filed[0]!.id, filed[1]!.id]);
    // The key is the officer's own: another one takes other reports by it.
    expect(idsOf(await take(budi, { first: 2, requestKey }))).toEqual([filed[2]!.id, filed[3]!.id]);
  });

  it('takes no more by many requests of one officer at once than by one', async () => {
    const filed = await waiting(9);
    const answers = await Promise.all(Array.from({ length: 8 }, () => take(ani)));
    for (const answer of answers) expect(idsOf(answer)).toEqual(filed.slice(0, 3).map(({ id }) => id));
    expect(await harness.row('select count(*)::int as n from lease')).toEqual({ n: 3 });
  });

  it('and a bulk action at the same moment never both come about', async () => {
    const filed = await waiting(12);
    const archive = (id: string) =>
      harness.ask(budi, `mutation ($input: ApplyBulkInput!) { applyBulk(input: $input) { __typename } }`, {
        input: { action: 'ARCHIVE', reportIds: [id], code: 'SPAM', text: REASON, requestKey: randomUUID() },
      });
    const answers = await Promise.all(
      filed.flatMap(({ id }, index) =>
        index % 2 ? [lease(ani, id), archive(id)] : [archive(id), lease(ani, id)],
      ),
    );
    for (const [index, { id }] of filed.entries()) {
      const { state, leases } = await harness.row(
        'select state, (select count(*)::int from lease l where l.report_id = r.id) as leases from report r where id = $1',
        id,
      );
      const isTaken = answers[2 * index + (index % 2 ? 0 : 1)].__typename === 'LeaseTaken';
      // Taken and then archived by another one is what must not be; archived first there is nothing to take.
      expect({ state, leases }).toEqual(
        isTaken ? { state: 'SUBMITTED', leases: 1 } : { state: 'ARCHIVED', leases: 0 },
      );
    }
  });

  it('keeps others from whatever verifiers do to a waiting report, and not its holder', async () => {
    const { id } = await file(harness);
    await lease(ani, id);
    const attempts: [string, Record<string, unknown>][] = [
      ['verifyReport', verification(id)],
      ['postponeReport', { reportId: id, missingData: REASON }],
      ['archiveReport', { reportId: id, code: 'SPAM', text: REASON }],
      ['markDuplicate', { reportId: id, masterNumber: '00000000', reason: REASON }],
      ['withholdReport', { reportId: id, reason: REASON, rule: 'PERSONAL_DATA' }],
      ['reclassifyReport', { reportId: id, class: 'GRIEVANCE', reason: REASON }],
      [
        'redactReport',
        { reportId: id, text: 'Kata lain yang cukup panjang.', reason: REASON, rule: 'PERSONAL_DATA' },
      ],
      [
        'redactPhoto',
        {
          reportId: id,
          attachmentId: randomUUID(),
          areas: [{ x: 0, y: 0, width: 0.5, height: 0.5 }],
          reason: REASON,
          rule: 'PERSONAL_DATA',
        },
      ],
      ['writeToReporter', { reportId: id, text: REASON }],
    ];
    for (const [mutation, input] of attempts)
      expect(await change(harness, budi, mutation, input), mutation).toEqual({
        __typename: 'ReportLeased',
        code: 'LEASED',
      });
    const own: [string, Record<string, unknown>][] = [
      ['reclassifyReport', { reportId: id, class: 'GRIEVANCE', reason: REASON }],
      ['flagReport', { reportId: id, anonymous: true, reason: REASON }],
      [
        'redactReport',
        { reportId: id, text: 'Kata lain yang cukup panjang.', reason: REASON, rule: 'PERSONAL_DATA' },
      ],
      ['verifyReport', verification(id)],
    ];
    for (const [mutation, input] of own)
      expect(await change(harness, ani, mutation, input), mutation).toMatchObject({
        __typename: 'ReportChanged',
      });
    // What does not wait any more is nobody's.
    expect(await harness.row('select count(*)::int as n from lease where report_id = $1', id)).toEqual({
      n: 0,
    });
  });

  it('keeps nobody from adding protection: flags at any time, and what the public reads is taken from it', async () => {
    const { id } = await file(harness);
    await lease(ani, id);
    await must(harness, budi, 'flagReport', { reportId: id, anonymous: true, reason: REASON });

    const returned = await file(harness);
    await dispose(harness, returned.id);
    await must(harness, actor.officer('AGENCY_ADMIN', LEAD), 'returnReport', {
      reportId: returned.id,
      reason: 'OTHER',
      text: REASON,
    });
    await lease(ani, returned.id);
    const withhold = { reportId: returned.id, reason: REASON, rule: 'PERSONAL_DATA' };
    await must(harness, budi, 'redactReport', { ...withhold, text: 'Kata lain yang cukup panjang.' });
    await must(harness, budi, 'withholdReport', withhold);
    // Not public any more: whoever works on it is not disturbed.
    expect(
      await change(harness, budi, 'redactReport', { ...withhold, text: 'Lagi kata yang cukup panjang.' }),
    ).toMatchObject({ code: 'LEASED' });
  });

  it('is foretold and told for many at once', async () => {
    const { id } = await file(harness);
    await lease(ani, id);
    const { previewBulk } = await harness.ask(
      budi,
      `{ previewBulk(action: ARCHIVE, reportIds: ["${id}"]) { wouldChange code } }`,
    );
    expect(previewBulk).toEqual([{ wouldChange: false, code: 'LEASED' }]);
    const { applyBulk } = await harness.ask(
      budi,
      `mutation ($input: ApplyBulkInput!) { applyBulk(input: $input) { ... on BulkApplied { outcomes { code } } } }`,
      { input: { action: 'ARCHIVE', reportIds: [id], requestKey: randomUUID(), code: 'SPAM', text: REASON } },
    );
    expect(applyBulk).toEqual({ outcomes: [{ code: 'LEASED' }] });
  });

  it('does not stop the reporter, who may take the report back', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER));
    await lease(ani, id);
    expect(await change(harness, actor.citizen(REPORTER), 'withdrawReport', { reportId: id })).toMatchObject({
      report: { state: 'ARCHIVED' },
    });
    expect(await harness.row('select count(*)::int as n from lease where report_id = $1', id)).toEqual({
      n: 0,
    });
  });

  it('is over after a quarter of an hour, unless its holder shows presence', async () => {
    const { id, number } = await file(harness);
    await lease(ani, id);
    harness.clock.advance(14 * MINUTE);
    await harness.ask(
      ani,
      `mutation { markPresence(input: { reportId: "${id}", activity: READING }) { __typename } }`,
    );
    harness.clock.advance(14 * MINUTE);
    expect(await lease(budi, id)).toMatchObject({
      __typename: 'ReportLeased',
      code: 'LEASED',
      officer: { id: 'ani' },
      until: new Date(harness.clock.now().getTime() + MINUTE).toISOString(),
    });
    harness.clock.advance(MINUTE);
    expect(await seenBy(budi, number)).toBeNull();
    expect(await lease(budi, id)).toMatchObject({ report: { lease: { isViewers: true } } });
    // Somebody who comes back too late has lost it.
    await harness.ask(
      ani,
      `mutation { markPresence(input: { reportId: "${id}", activity: READING }) { __typename } }`,
    );
    expect(await seenBy(ani, number)).toMatchObject({ officer: { id: 'budi' }, isViewers: false });
  });

  it('lasts an hour at most, however often it is renewed, and is for others alone for a while then', async () => {
    const { id, number } = (await waiting(1))[0]!;
    const mark = () =>
      harness.ask(
        ani,
        `mutation { markPresence(input: { reportId: "${id}", activity: READING }) { __typename } }`,
      );
    const begun = harness.clock.now().getTime();
    await lease(ani, id);
    const renewals = [
      mark,
      () => lease(ani, id),
      () => take(ani, { first: 1 }),
      // Put back and taken again at once is no new beginning.
      async () => (await release(ani, id), lease(ani, id)),
      mark,
    ];
    for (const renew of renewals) {
      harness.clock.advance(10 * MINUTE);
      await renew();
      expect((await seenBy(ani, number)).isViewers).toBe(true);
    }
    expect(await seenBy(budi, number)).toMatchObject({ until: new Date(begun + 60 * MINUTE).toISOString() });
    harness.clock.advance(10 * MINUTE);
    expect(await seenBy(budi, number)).toBeNull();
    const refused = async () => {
      const { result } = await harness.ask(
        ani,
        `mutation { result: leaseReport(input: { reportId: "${id}" }) { ... on InvalidInput { fields { path code } } } }`,
      );
      return result;
    };
    expect(await refused()).toEqual({ fields: [{ path: 'input.reportId', code: 'HELD_TOO_LONG' }] });
    expect(idsOf(await take(ani))).toEqual([]);
    await forgetLeases(harness.deps);
    expect(await refused()).toEqual({ fields: [{ path: 'input.reportId', code: 'HELD_TOO_LONG' }] });
    // It is no ban: nobody has it, so whoever reads it may decide it; and another one takes it.
    expect(idsOf(await take(budi, { first: 1 }))).toEqual([id]);
    await release(budi, id);
    harness.clock.advance(15 * MINUTE);
    expect(await lease(ani, id)).toMatchObject({ report: { lease: { isViewers: true } } });
  });

  it('begins anew when the same officer comes back after a while', async () => {
    const { id, number } = await file(harness);
    await lease(ani, id);
    harness.clock.advance(50 * MINUTE);
    await lease(ani, id);
    harness.clock.advance(14 * MINUTE);
    expect(await seenBy(ani, number)).toMatchObject({ isViewers: true });
  });

  it('is one of ten that an officer has at once', async () => {
    const filed = await waiting(13);
    const ids = filed.map(({ id }) => id);
    // The youngest first, so that those that are taken by age are others.
    for (const id of ids.slice(9)) expect(await lease(ani, id)).toMatchObject({ __typename: 'LeaseTaken' });
    expect(idsOf(await take(ani, { first: 10 }))).toEqual([...ids.slice(0, 6), ...ids.slice(9)]);
    expect(await lease(ani, ids[7]!)).toEqual({ __typename: 'InvalidInput' });
    expect(idsOf(await take(ani, { first: 10 }))).toEqual([...ids.slice(0, 6), ...ids.slice(9)]);
    // What the officer has goes on, and what is put back makes room.
    expect(await lease(ani, ids[0]!)).toMatchObject({ __typename: 'LeaseTaken' });
    await release(ani, ids[0]!);
    expect(await lease(ani, ids[7]!)).toMatchObject({ __typename: 'LeaseTaken' });
    expect(
      await harness.row('select count(*)::int as n from lease where until > $1', harness.clock.now()),
    ).toEqual({
      n: 10,
    });
  });

  it('is taken over when asked for, and the audit says from whom', async () => {
    const { id } = await file(harness);
    await lease(ani, id);
    expect(await lease(budi, id)).toMatchObject({ __typename: 'ReportLeased' });
    expect(await lease(budi, id, true)).toMatchObject({ report: { lease: { officer: { id: 'budi' } } } });
    expect(await lease(ani, id)).toMatchObject({ __typename: 'ReportLeased', officer: { id: 'budi' } });
    const rows = await audit(id);
    expect(rows.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['LEASED', 'ani'],
      ['LEASE_TAKEN_OVER', 'budi'],
    ]);
    expect(rows[1]!.facts).toMatchObject({ fromOfficerId: 'ani' });
  });

  it('is given back, by its holder alone', async () => {
    const { id, number } = await file(harness);
    await lease(ani, id);
    expect(await release(budi, id)).toMatchObject({ report: { lease: { officer: { id: 'ani' } } } });
    expect(await release(ani, id)).toEqual({ __typename: 'LeaseReleased', report: { lease: null } });
    expect(await release(ani, id)).toMatchObject({ __typename: 'LeaseReleased' });
    expect(await seenBy(budi, number)).toBeNull();
    expect((await audit(id)).map(({ action }) => action)).toEqual(['LEASED', 'LEASE_RELEASED']);
  });

  it('is for what waits', async () => {
    const { id } = await file(harness);
    await dispose(harness, id);
    expect(await lease(ani, id)).toEqual({
      __typename: 'TransitionRefused',
      code: 'WRONG_STATE',
      state: 'DISPOSED',
    });
  });

  it('leaves what others work on out of the queue when asked to', async () => {
    const [first, second] = await waiting(2);
    await lease(ani, first!.id);
    const queue = async (viewer: Viewer, availableOnly: boolean) =>
      (
        await harness.ask(
          viewer,
          `{ verificationQueue(availableOnly: ${availableOnly}) { edges { node { id } } } }`,
        )
      ).verificationQueue.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(await queue(budi, true)).toEqual([second!.id]);
    expect(await queue(budi, false)).toEqual([first!.id, second!.id]);
    expect(await queue(ani, true)).toEqual([first!.id, second!.id]);
  });

  it('at the desk of an agency is its admin’s, without what the reporter keeps from others of its posts', async () => {
    const [here, kept, national] = [await file(harness), await file(harness), await file(harness)];
    await harness.test.database.query(
      'to-the-desk',
      `update report set desk_organisation_id = 'pemkot-13-71' where id = any($1::uuid[])`,
      [[here.id, kept.id]],
    );
    await harness.test.database.query(
      'keep-out',
      `update report set excluded_organisation_ids = '{opd-13-71-dishub}' where id = $1`,
      [kept.id],
    );
    const both: Viewer = {
      ...cityAdmin,
      posts: [...cityAdmin.posts, { role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dishub' }],
    };
    expect(idsOf(await take(both, { organisationId: 'pemkot-13-71' }))).toEqual([here.id]);
    expect(await lease(both, kept.id)).toMatchObject({ __typename: 'NotFound' });
    for (const viewer of [cityAdmin, both, actor.officer('LIAISON_OFFICER', LEAD)]) {
      expect(await take(viewer), 'the national desk').toEqual({ __typename: 'NotFound' });
      expect(await lease(viewer, national.id)).toEqual({ __typename: 'NotFound' });
      expect(await seenBy(viewer, national.number)).toBeNull();
    }
    expect(await take(actor.officer('LIAISON_OFFICER', LEAD), { organisationId: LEAD })).toEqual({
      __typename: 'NotFound',
    });
  });

  it('is shown to those who verify, and to nobody else', async () => {
    const { id, number } = await file(harness, actor.citizen(REPORTER));
    await lease(ani, id);
    expect(await seenBy(ani, number)).toMatchObject({ officer: { id: 'ani' }, isViewers: true });
    expect(await seenBy(budi, number)).toMatchObject({ isViewers: false });
    for (const viewer of [
      actor.citizen(REPORTER),
      actor.withGrant(id),
      actor.officer('KSP_MONITOR', 'ksp'),
      { ...ani, apiKey: { id: 'kunci', scopes: ['graph:read', 'reports:read', 'graph:write'] as const } },
    ])
      expect(await seenBy(viewer, number)).toBeNull();
  });

  it('takes one to ten at once', async () => {
    for (const first of [0, 11])
      expect(await take(ani, { first })).toEqual({
        __typename: 'InvalidInput',
        fields: [{ path: 'input.first' }],
      });
  });

  it('shows each verifier the own day, and how many are at work', async () => {
    // Somebody who has decided nothing in the tests before.
    const cahya = operator('cahya');
    const filed = await waiting(8);
    await take(budi, { first: 1 });
    const day = async (viewer: Viewer) =>
      (await harness.ask(viewer, '{ deskDay { decided medianSeconds officers } }')).deskDay;
    expect(await day(cahya)).toEqual({ decided: 0, medianSeconds: null, officers: 1 });
    for (const { id } of filed.slice(1, 6)) {
      await change(harness, cahya, 'verifyReport', verification(id));
      harness.clock.advance(40_000);
    }
    // A break is nobody's pace.
    harness.clock.advance(30 * MINUTE);
    await change(harness, cahya, 'postponeReport', { reportId: filed[6]!.id, missingData: REASON });
    expect(await day(cahya)).toEqual({ decided: 6, medianSeconds: null, officers: 0 });
    harness.clock.advance(40_000);
    await change(harness, cahya, 'archiveReport', { reportId: filed[7]!.id, code: 'SPAM', text: REASON });
    expect(await day(cahya)).toMatchObject({ decided: 7, medianSeconds: 40 });
    expect(await day(operator('dewi'))).toMatchObject({ decided: 0 });
    expect(await day(cityAdmin)).toBeNull();
    harness.clock.advance(24 * 60 * MINUTE);
    expect(await day(cahya)).toMatchObject({ decided: 0, medianSeconds: null });
  });
});
