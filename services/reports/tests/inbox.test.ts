import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { SITUATIONS, VISIBILITIES } from './oracle/authority.ts';
import { dispose, LEAD, must, reportIn } from './situations.ts';

const BUCKETS = ['TO_VERIFY', 'NEW', 'WAITING_FOR_US', 'WAITING_FOR_CITIZEN', 'OVERDUE', 'DONE'] as const;
const DAY = 86_400_000;
const root = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const WORKING: Viewer[] = [
  root,
  unit,
  actor.officer('AGENCY_HEAD', 'pemkot-13-71'),
  actor.officer('AGENCY_HEAD', LEAD),
  actor.officer('LIAISON_OFFICER', 'opd-13-71-dishub'),
  actor.officer('LIAISON_OFFICER', 'unit-bina-marga'),
  actor.officer('AGENCY_ADMIN', 'pemkot-13-77'),
];

describe('the inbox of an organisation', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
    let eventId = 0;
    for (const situation of SITUATIONS)
      for (const visibility of VISIBILITIES) {
        const { id } = await reportIn(harness, situation, visibility);
        harness.clock.advance(1_000);
        // Every third has no clock yet, the others are due from two days ago to some days ahead.
        if (eventId++ % 3 === 0) continue;
        await harness.service.receiveEvents('sla', [
          {
            id: eventId,
            stream: id,
            type: 'clock.next-due-changed',
            occurredAt: harness.clock.now().toISOString(),
            payload: {
              reportId: id,
              nextDueAt: new Date(harness.clock.now().getTime() + ((eventId % 7) - 2) * DAY).toISOString(),
              nextDueClock: 'FOLLOW_UP',
              closesAutomaticallyAt: null,
              sequence: 9,
            },
          },
        ]);
      }
    const asked = await reportIn(harness, 'DISPOSED', 'open');
    await must(harness, unit, 'requestInformation', {
      reportId: asked.id,
      text: 'Di mana tepatnya letaknya?',
    });
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const list = async (viewer: Viewer, bucket: string, options: Record<string, unknown> = {}) =>
    (
      await harness.ask(
        viewer,
        `query ($bucket: InboxBucket!, $organisationId: ID, $search: String, $filter: ListFilterInput, $first: Int! = 100, $after: String) {
           inbox(bucket: $bucket, organisationId: $organisationId, search: $search, filter: $filter, first: $first, after: $after) {
             edges { node { id number state isConfidential nextDueAt viewerCanAnswer viewerCanVerify } } pageInfo { hasNextPage endCursor } } }`,
        { bucket, ...options },
      )
    ).inbox;
  const nodes = async (viewer: Viewer, bucket: string, options = {}) =>
    (await list(viewer, bucket, options)).edges.map((edge: any) => edge.node);
  const counters = async (viewer: Viewer, organisationId: string | null = null) =>
    (
      await harness.ask(
        viewer,
        `query ($organisationId: ID) { inboxCounters(organisationId: $organisationId) { toVerify new waitingForUs waitingForCitizen overdue done } }`,
        { organisationId },
      )
    ).inboxCounters;

  it('counts what it lists, for every working post', async () => {
    for (const viewer of WORKING) {
      const counted = await counters(viewer);
      const listed = Object.fromEntries(
        await Promise.all(BUCKETS.map(async (bucket) => [bucket, (await nodes(viewer, bucket)).length])),
      );
      expect(
        {
          TO_VERIFY: counted.toVerify,
          NEW: counted.new,
          WAITING_FOR_US: counted.waitingForUs,
          WAITING_FOR_CITIZEN: counted.waitingForCitizen,
          OVERDUE: counted.overdue,
          DONE: counted.done,
        },
        JSON.stringify(viewer.posts),
      ).toEqual(listed);
    }
    expect(await counters(root)).toMatchObject({ toVerify: 2, waitingForCitizen: 3 });
    expect((await counters(root)).overdue).toBeGreaterThan(0);
  });

  it('shows all that is open, and all there is, in one list each', async () => {
    for (const viewer of WORKING) {
      const idsOf = async (...lists: string[]) =>
        (await Promise.all(lists.map((bucket) => nodes(viewer, bucket)))).flat().map(({ id }) => id);
      const open = await idsOf('NEW', 'WAITING_FOR_US', 'WAITING_FOR_CITIZEN');
      expect((await idsOf('OPEN')).toSorted()).toEqual(open.toSorted());
      expect((await idsOf('ALL')).toSorted()).toEqual([...open, ...(await idsOf('DONE'))].toSorted());
      const dues = (await nodes(viewer, 'OPEN')).map(({ nextDueAt }: any) =>
        nextDueAt === null ? Infinity : Date.parse(nextDueAt),
      );
      expect(dues).toEqual(dues.toSorted((one: number, other: number) => one - other));
    }
    expect((await nodes(root, 'OPEN')).length).toBeGreaterThan(5);
  });

  it.each([
    { overdue: true },
    { overdue: false },
    { dueWithinDays: 366 },
    { ageFromDays: 0 },
    { ageUntilDays: 366 },
  ])('knows deadlines and ages of what is open alone: %j', async (filter) => {
    expect((await nodes(root, 'DONE')).length).toBeGreaterThan(0);
    expect(await nodes(root, 'DONE', { filter })).toEqual([]);
    const idsOf = async (bucket: string) =>
      (await nodes(root, bucket, { filter })).map(({ id }: any) => id).toSorted();
    const open = await idsOf('OPEN');
    expect(open.length).toBeGreaterThan(0);
    expect(await idsOf('ALL')).toEqual(open);
  });

  it.each(['OPEN', 'ALL'])('gives %s page by page, each report once', async (bucket) => {
    const whole = (await nodes(root, bucket)).map(({ id }: any) => id);
    const read: string[] = [];
    let after: string | null = null;
    do {
      const page: any = await list(root, bucket, { first: 3, after });
      read.push(...page.edges.map((edge: any) => edge.node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(read).toEqual(whole);
  });

  it('puts each report in one list only, OVERDUE apart', async () => {
    for (const viewer of WORKING) {
      const ids = (
        await Promise.all(
          BUCKETS.filter((bucket) => bucket !== 'OVERDUE').map((bucket) => nodes(viewer, bucket)),
        )
      )
        .flat()
        .map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const open = new Set(
        (await Promise.all(['NEW', 'WAITING_FOR_US'].map((bucket) => nodes(viewer, bucket))))
          .flat()
          .map(({ id }) => id),
      );
      for (const { id, nextDueAt } of await nodes(viewer, 'OVERDUE')) {
        expect(open.has(id)).toBe(true);
        expect(Date.parse(nextDueAt)).toBeLessThanOrEqual(harness.clock.now().getTime());
      }
    }
  });

  it('lists by what is due first, what has no clock last', async () => {
    for (const bucket of ['NEW', 'WAITING_FOR_US', 'WAITING_FOR_CITIZEN', 'OVERDUE', 'TO_VERIFY']) {
      const due = (await nodes(unit, bucket)).map(({ nextDueAt }: any) =>
        nextDueAt === null ? Infinity : Date.parse(nextDueAt),
      );
      expect(due).toEqual(due.toSorted((a: number, b: number) => (a === b ? 0 : a - b)));
    }
  });

  it('pages without gaps or doubles', async () => {
    for (const bucket of BUCKETS) {
      const whole = (await nodes(root, bucket)).map(({ id }: any) => id);
      const found: string[] = [];
      for (let after: string | null = null; ;) {
        const page: any = await list(root, bucket, { first: 2, after });
        found.push(...page.edges.map((edge: any) => edge.node.id));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(found).toEqual(whole);
    }
  });

  it('holds a confidential report for the handling unit alone', async () => {
    const secret = async (viewer: Viewer) =>
      (await Promise.all(BUCKETS.map((bucket) => nodes(viewer, bucket))))
        .flat()
        .filter(({ isConfidential }) => isConfidential).length;
    for (const viewer of WORKING)
      expect((await secret(viewer)) > 0, JSON.stringify(viewer.posts)).toBe(
        viewer.posts[0]!.organisationId === LEAD,
      );
    expect(
      await harness.row(
        `select count(*)::int as wrong from inbox_entry e join report r on r.id = e.report_id where r.is_confidential and e.organisation_id <> '${LEAD}'`,
      ),
    ).toEqual({ wrong: 0 });
  });

  it('is empty for those without a working post, and for another organisation’s', async () => {
    const nobody: Viewer[] = [
      actor.public,
      actor.citizen('x'),
      actor.officer('FIELD_OFFICER', LEAD),
      actor.officer('OMBUDSMAN', LEAD),
      actor.officer('KSP_MONITOR', LEAD),
      actor.officer('ANALYST', LEAD),
      actor.nationalAdmin(),
    ];
    for (const viewer of nobody) {
      for (const bucket of BUCKETS) expect(await nodes(viewer, bucket, { organisationId: LEAD })).toEqual([]);
      expect(Object.values(await counters(viewer, LEAD)).every((count) => count === 0)).toBe(true);
    }
    expect(await nodes(unit, 'NEW', { organisationId: 'pemkot-13-71' })).toEqual([]);
    expect(Object.values(await counters(unit, 'pemkot-13-71'))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('offers in NEW what the unit may answer, and at the desk what the agency may verify', async () => {
    for (const bucket of ['NEW', 'WAITING_FOR_US', 'WAITING_FOR_CITIZEN'])
      for (const node of await nodes(unit, bucket)) expect(node.viewerCanAnswer).toBe(true);
    for (const node of await nodes(root, 'TO_VERIFY')) expect(node.viewerCanVerify).toBe(true);
  });

  it('is searched by number and words', async () => {
    const [first] = await nodes(unit, 'NEW');
    expect((await nodes(unit, 'NEW', { search: first.number })).map(({ id }: any) => id)).toEqual([first.id]);
    const all = (await nodes(unit, 'NEW')).length;
    expect(await nodes(unit, 'NEW', { search: 'jln brlubang di depan pasar' })).toHaveLength(all);
    expect(await nodes(unit, 'NEW', { search: 'perpustakaan' })).toEqual([]);
    expect(await nodes(unit, 'NEW', { search: '\u0000' })).toHaveLength(all);
  });

  it('moves a report as it goes on', async () => {
    const { id } = await file(harness);
    const where = async () =>
      (
        await harness.test.database.query(
          'where',
          `select organisation_id || ' ' || bucket as at from inbox_entry where report_id = $1 order by 1`,
          [id],
        )
      ).map(({ at }: any) => at);
    expect(await where()).toEqual([]);
    await dispose(harness, id, { coHandlerIds: ['opd-13-71-dishub'] });
    expect(await where()).toEqual(['opd-13-71-dishub NEW', `${LEAD} NEW`, 'pemkot-13-71 NEW']);
    await must(harness, root, 'disposeReport', { reportId: id, organisationId: 'unit-bina-marga' });
    expect(await where()).toEqual([
      'opd-13-71-dishub NEW',
      `${LEAD} NEW`,
      'pemkot-13-71 NEW',
      'unit-bina-marga NEW',
    ]);
    await must(harness, root, 'returnReport', {
      reportId: id,
      reason: 'OTHER',
      text: 'Bukan tugas kami ini.',
    });
    expect(await where()).toEqual([`${LEAD} TO_VERIFY`, 'pemkot-13-71 TO_VERIFY']);
    await must(harness, actor.withGrant(id), 'withdrawReport', { reportId: id });
    expect(await where()).toEqual([]);
  });
});

describe('the queue of the national desk', () => {
  it('holds what waits for it, oldest first, for the national desk alone', async () => {
    await using harness = await startHarness();
    const wanted: string[] = [];
    for (const situation of SITUATIONS)
      for (const visibility of VISIBILITIES) {
        harness.clock.advance(1_000);
        const { id } = await reportIn(harness, situation, visibility);
        // A confidential report that is returned goes to the national desk at once.
        if (
          situation === 'SUBMITTED' ||
          (situation === 'RETURNED' && visibility !== 'open' && visibility !== 'anonymous')
        )
          wanted.push(id);
      }
    const ask = (viewer: Viewer, first: number, after: string | null) =>
      harness.ask(
        viewer,
        `query ($first: Int!, $after: String) { verificationQueueCount verificationQueue(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { first, after },
      );
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { verificationQueue, verificationQueueCount } = await ask(actor.nationalAdmin(), 2, after);
      expect(verificationQueueCount).toBe(wanted.length);
      found.push(...verificationQueue.edges.map((edge: any) => edge.node.id));
      if (!verificationQueue.pageInfo.hasNextPage) break;
      after = verificationQueue.pageInfo.endCursor;
    }
    expect(found).toEqual(wanted);
    for (const viewer of [
      actor.public,
      actor.citizen('akun-pelapor'),
      root,
      unit,
      actor.officer('KSP_MONITOR', 'ksp'),
      actor.officer('OMBUDSMAN', 'ombudsman'),
      actor.officer('ANALYST', 'kemenpanrb'),
    ])
      expect(await ask(viewer, 100, null)).toMatchObject({
        verificationQueueCount: 0,
        verificationQueue: { edges: [] },
      });
  });
});
