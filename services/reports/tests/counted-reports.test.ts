import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, must, reportIn } from './situations.ts';

const DAY = 86_400_000;
const desk = actor.nationalAdmin();
const monitor = actor.officer('KSP_MONITOR', 'ksp');
const ombudsman = actor.officer('OMBUDSMAN', 'ombudsman');
const office = (province: string) => actor.officer('OMBUDSMAN', `ombudsman-${province}`);
const analyst = actor.officer('ANALYST', 'kemenpanrb');
const key: Viewer = { ...analyst, apiKey: { id: 'kunci', scopes: ['graph:read', 'reports:read'] } };
const ROADS = 'pekerjaan-umum-dan-penataan-ruang';

describe('the reports behind a figure', () => {
  let harness: Harness;
  const ids: Record<string, string> = {};
  let firstDay = '';
  const today = () => new Date(harness.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    harness = await startHarness();
    firstDay = today();
    ids.disposed = (await file(harness, actor.public, { title: 'Jalan berlubang' })).id;
    await dispose(harness, ids.disposed);
    harness.clock.advance(1_000);
    ids.waiting = (
      await file(harness, actor.public, { title: 'Lampu padam', regionCode: '31.71', kind: 'ASPIRATION' })
    ).id;
    harness.clock.advance(1_000);
    ids.secret = (await reportIn(harness, 'DISPOSED', 'confidential')).id;
    harness.clock.advance(3 * DAY);
    ids.returned = (await file(harness, actor.public, { title: 'Pohon tumbang di taman' })).id;
    await dispose(harness, ids.returned);
    await must(harness, actor.officer('LIAISON_OFFICER', LEAD), 'returnReport', {
      reportId: ids.returned,
      reason: 'NOT_OUR_TASK',
      text: 'Taman dikelola oleh dinas lain.',
    });
    harness.clock.advance(1_000);
    ids.spam = (await file(harness, actor.public, { title: 'Menang undian besar' })).id;
    await must(harness, desk, 'archiveReport', {
      reportId: ids.spam,
      code: 'SPAM',
      text: 'Bukan laporan tentang pelayanan publik.',
    });
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const list = async (viewer: Viewer, filter: Record<string, unknown> = {}, first = 100) => {
    const { countedReports } = await harness.ask(
      viewer,
      `query ($filter: CountedReportFilter!, $first: Int!) { countedReports(filter: $filter, first: $first) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      { filter, first },
    );
    return countedReports.edges.map(({ node }: any) => node.id) as string[];
  };
  const named = (...names: string[]) => names.map((name) => ids[name]);

  it('are all of them for the national desk, filed last first', async () =>
    expect(await list(desk)).toEqual(named('spam', 'returned', 'secret', 'waiting', 'disposed')));

  it('are those that are not confidential for KSP and the Ombudsman, whose offices keep to their provinces', async () => {
    const open = named('spam', 'returned', 'waiting', 'disposed');
    expect(await list(monitor)).toEqual(open);
    expect(await list(ombudsman)).toEqual(open);
    expect(await list(office('13'))).toEqual(named('spam', 'returned', 'disposed'));
    expect(await list(office('31'))).toEqual(expect.arrayContaining(named('waiting')));
    expect(await list(office('31'))).not.toEqual(expect.arrayContaining(named('spam')));
  });

  it('are what is published for analysts, and nothing for everybody else or a key', async () => {
    const published = await list(analyst);
    expect(published).toEqual(expect.arrayContaining(named('disposed')));
    for (const hidden of named('secret', 'waiting', 'spam')) expect(published).not.toContain(hidden);
    for (const viewer of [
      actor.public,
      actor.citizen('akun-lain'),
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      key,
    ])
      expect(await list(viewer)).toEqual([]);
  });

  it('are narrowed as figures are: days of submission at Jakarta, state, kind, place, category, lead', async () => {
    expect(await list(monitor, { until: firstDay })).toEqual(named('waiting', 'disposed'));
    expect(await list(monitor, { from: today(), until: today() })).toEqual(named('spam', 'returned'));
    expect(await list(monitor, { states: ['DISPOSED'] })).toEqual(named('disposed'));
    expect(await list(monitor, { kind: 'ASPIRATION' })).toEqual(named('waiting'));
    expect(await list(monitor, { regionCode: '31' })).toEqual(named('waiting'));
    expect(await list(monitor, { regionCode: `13' or true --` })).toEqual([]);
    expect(await list(monitor, { categoryId: ROADS, states: ['DISPOSED'] })).toEqual(named('disposed'));
    expect(await list(monitor, { organisationId: LEAD })).toEqual(named('disposed'));
    expect(await list(monitor, { organisationId: 'pemkot-13-71' })).toEqual(named('disposed'));
    expect(await list(monitor, { class: 'DISPUTE_WITH_INSPECTION' })).toEqual([]);
  });

  it('are those that were archived for a reason, or given back by an agency', async () => {
    expect(await list(monitor, { archiveCode: 'SPAM' })).toEqual(named('spam'));
    expect(await list(monitor, { archiveCode: 'DUPLICATE' })).toEqual([]);
    expect(await list(monitor, { returnedById: 'pemkot-13-71' })).toEqual(named('returned'));
    expect(await list(monitor, { returnedById: 'pemkot-13-77' })).toEqual([]);
    expect(await list(monitor, { returnedFrom: today(), returnedUntil: today() })).toEqual(named('returned'));
    expect(await list(monitor, { returnedUntil: firstDay })).toEqual([]);
  });

  it('are those past a deadline while they are open, those rated so, those to which something happened', async () => {
    await harness.service.receiveEvents('sla', [
      {
        id: 1,
        stream: ids.disposed!,
        type: 'clock.next-due-changed',
        occurredAt: harness.clock.now().toISOString(),
        payload: {
          reportId: ids.disposed!,
          nextDueAt: new Date(harness.clock.now().getTime() - DAY).toISOString(),
          nextDueClock: 'FOLLOW_UP',
          closesAutomaticallyAt: null,
          sequence: 9,
        },
      },
    ]);
    expect(await list(monitor, { overdue: true })).toEqual(named('disposed'));
    expect(await list(monitor, { ratings: [1, 2] })).toEqual([]);
    expect(await list(monitor, { happened: 'OBSTACLE' })).toEqual([]);
    const unit = actor.officer('LIAISON_OFFICER', LEAD);
    const told = await change(harness, unit, 'answerReport', {
      reportId: ids.disposed,
      kind: 'OBSTACLE',
      text: 'Aspal baru datang bulan depan, jadi perbaikan tertunda.',
      obstacleReason: 'MATERIAL',
      promisedOn: new Date(harness.clock.now().getTime() + 30 * DAY).toISOString().slice(0, 10),
    });
    expect(told.__typename).toBe('ReportChanged');
    expect(await list(monitor, { happened: 'OBSTACLE' })).toEqual(named('disposed'));
  });

  it('come page by page', async () => {
    const page = async (after: string | null) =>
      (
        await harness.ask(
          desk,
          `query ($after: String) { countedReports(filter: {}, first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
          { after },
        )
      ).countedReports;
    const one = await page(null);
    const two = await page(one.pageInfo.endCursor);
    const three = await page(two.pageInfo.endCursor);
    expect([one, two, three].flatMap(({ edges }) => edges.map(({ node }: any) => node.id))).toEqual(
      await list(desk),
    );
    expect(three.pageInfo.hasNextPage).toBe(false);
  });

  it('are those without a class or a region, and those that are completed since some day', async () => {
    const classless = await list(desk, { without: ['CLASS'] });
    expect(classless).toContain(ids.waiting);
    expect(classless).not.toContain(ids.disposed);
    expect(await list(desk, { without: ['REGION'] })).toEqual([]);
    expect(await list(desk, { completedUntil: today() })).toEqual([]);
    const completed = (await reportIn(harness, 'COMPLETED', 'open')).id;
    const day = today();
    const [{ at }] = (await harness.deps.database.query<{ at: Date }>(
      '',
      `select min(at) as at from history where report_id = $1 and state_after = 'COMPLETED'`,
      [completed],
    )) as [{ at: Date }];
    const since = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(since <= day).toBe(true);
    expect(await list(desk, { completedFrom: since, completedUntil: since })).toEqual([completed]);
    expect(await list(desk, { completedUntil: firstDay })).toEqual([]);
    expect(await list(monitor, { completedFrom: since })).toEqual([completed]);
  });
});
