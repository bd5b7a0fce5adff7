import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { POST_ROLES, PUBLIC_VIEWER } from '@lapor/viewer';
import { aReport, at, BY_CITIZEN, type UnitName } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';

const OVERVIEW = `{ nationalOverview { asOf receivedToday receivedThisMonth completedThisMonth overdue open
  byState { state count } byDay { date received completed } topAgencies { organisation { id } received followedUp overdue } } }`;
const PUBLIC =
  '{ publicStatistics { asOf receivedThisMonth followedUpPercent medianFollowUpDays byState { state count } } }';

let nextId = 0;
const filed = (submitted: string, isConfidential = false) =>
  aReport(submitted, { reportId: `report-${++nextId}`, isConfidential });
const disposed = (submitted: string, disposedAt: string, unit: UnitName = 'padang-pupr') =>
  filed(submitted).disposed(disposedAt, [unit], { reportClass: 'GRIEVANCE' });
const times = <Item>(count: number, make: () => Item): Item[] => Array.from({ length: count }, make);

describe('figures', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-25 10:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());
  const tell = (...reports: { events: Parameters<TestService['tell']>[0] }[]) =>
    sla.tell(...reports.map(({ events }) => events));

  test('of the nation count days and months at Jakarta, what is open, and what is late', async () => {
    await tell(
      filed('2026-11-25 00:00'), // today
      filed('2026-11-24 23:59'), // yesterday at Jakarta, though today at Jayapura
      filed('2026-11-20 19:00', true), // last day of verification today
      filed('2026-11-19 19:00'), // verification ended yesterday
      filed('2026-10-31 23:59'), // last month, late
      disposed('2026-10-26 10:00', '2026-10-27 10:00'), // 30 days ago; follow-up missed
      disposed('2026-11-16 10:00', '2026-11-17 10:00', 'makassar').planned('2026-11-18 10:00', 'makassar'), // late with the result
      disposed('2026-11-23 10:00', '2026-11-24 10:00', 'makassar')
        .result('2026-11-24 11:00', 'makassar')
        .next('2026-11-24 12:00', 'CONFIRMED', { ...BY_CITIZEN, state: 'COMPLETED' }),
      disposed('2026-11-20 10:00', '2026-11-23 10:00', 'makassar')
        .result('2026-11-23 11:00', 'makassar')
        .next('2026-11-23 12:00', 'CONFIRMED', { ...BY_CITIZEN, state: 'COMPLETED' })
        .next('2026-11-24 12:00', 'DISPUTED', { ...BY_CITIZEN, state: 'IN_PROGRESS' }),
    );
    const { nationalOverview: overview, errors } = await sla.query(OVERVIEW, DESK);
    expect(errors).toBeUndefined();
    expect(overview).toMatchObject({
      asOf: '2026-11-25T03:00:00.000Z',
      receivedToday: 1,
      receivedThisMonth: 7,
      completedThisMonth: 1,
      overdue: 4,
      open: 8,
    });
    expect(overview.byState).toEqual([
      { state: 'SUBMITTED', count: 5 },
      { state: 'POSTPONED', count: 0 },
      { state: 'DISPOSED', count: 1 },
      { state: 'IN_PROGRESS', count: 2 },
      { state: 'COMPLETED', count: 1 },
      { state: 'ARCHIVED', count: 0 },
    ]);
    expect(overview.byDay).toHaveLength(30);
    expect(overview.byDay[0].date).toBe('2026-10-27');
    expect(overview.byDay.slice(-3)).toEqual([
      { date: '2026-11-23', received: 1, completed: 0 },
      { date: '2026-11-24', received: 1, completed: 1 },
      { date: '2026-11-25', received: 1, completed: 0 },
    ]);
    // The one of Padang is 31 days old.
    expect(overview.topAgencies).toEqual([
      { organisation: { id: 'pemkot-makassar' }, received: 3, followedUp: 3, overdue: 1 },
    ]);
  });

  test('of the nation are not for everyone, and for analysts leave confidential reports out', async () => {
    await tell(...times(5, () => filed('2026-11-25 08:00')), filed('2026-11-25 09:00', true));
    const seen = async (viewer = PUBLIC_VIEWER) =>
      (await sla.query(OVERVIEW, viewer)).nationalOverview?.receivedToday ?? null;
    expect(await seen()).toBeNull();
    expect(await seen({ ...PUBLIC_VIEWER, kind: 'citizen', accountId: 'someone' })).toBeNull();
    const verdicts = await Promise.all(
      POST_ROLES.map(async (role) => [role, await seen(officer(role, 'ksp'))]),
    );
    expect(Object.fromEntries(verdicts)).toEqual({
      NATIONAL_ADMIN: 6,
      AGENCY_ADMIN: null,
      AGENCY_HEAD: null,
      LIAISON_OFFICER: null,
      FIELD_OFFICER: null,
      OMBUDSMAN: 6,
      KSP_MONITOR: 6,
      ANALYST: 5,
    });
  });

  test('of the nation tell analysts and keys no number from one to four, nor what would give it away', async () => {
    const key = {
      ...DESK,
      apiKey: { id: 'key', scopes: ['graph:read' as const] },
      posts: officer('ANALYST', 'ksp').posts,
    };
    await tell(
      ...times(3, () => filed('2026-11-25 08:00')),
      ...times(7, () => disposed('2026-11-23 10:00', '2026-11-24 10:00', 'makassar')),
      ...times(2, () => disposed('2026-11-23 10:00', '2026-11-24 10:00')),
      ...times(2, () =>
        disposed('2026-11-20 10:00', '2026-11-23 10:00', 'makassar').planned('2026-11-24 10:00', 'makassar'),
      ),
    );
    const exact = (await sla.query(OVERVIEW, DESK)).nationalOverview;
    expect([exact.receivedToday, exact.open, exact.byDay.at(-1).received]).toEqual([3, 14, 3]);
    for (const viewer of [officer('ANALYST', 'ksp'), key]) {
      const { nationalOverview: seen } = await sla.query(OVERVIEW, viewer);
      expect(seen).toMatchObject({
        receivedToday: null,
        receivedThisMonth: 14,
        // 3 submitted and 2 in progress are kept back, and their sum is told by no other number.
        open: null,
        byState: [
          { state: 'POSTPONED', count: 0 },
          { state: 'DISPOSED', count: 9 },
          { state: 'COMPLETED', count: 0 },
          { state: 'ARCHIVED', count: 0 },
        ],
      });
      expect(seen.byDay.at(-1)).toEqual({ date: '2026-11-25', received: null, completed: 0 });
      // The only small row would follow from the total of all: a second one goes with it.
      expect(seen.topAgencies.map(({ received, followedUp }: any) => [received, followedUp])).toEqual([
        [null, null],
        [null, null],
      ]);
      expect(JSON.stringify(seen)).not.toMatch(/:[1-4][,}]/);
    }
  });

  test('for everyone reproduce the worked example: 215 received, 77 completed, 12 in progress give 41 %', async () => {
    const answered = () =>
      disposed('2026-11-16 10:00', '2026-11-17 10:00').result('2026-11-18 22:00', 'padang-pupr');
    await tell(
      ...times(126, () => filed('2026-11-20 10:00')),
      ...times(12, answered),
      ...times(77, () =>
        answered().next('2026-11-19 10:00', 'CONFIRMED', { ...BY_CITIZEN, state: 'COMPLETED' }),
      ),
    );
    expect((await sla.query(PUBLIC)).publicStatistics).toEqual({
      asOf: '2026-11-25T03:00:00.000Z',
      receivedThisMonth: 215,
      followedUpPercent: 41,
      medianFollowUpDays: 2,
      byState: [
        { state: 'SUBMITTED', count: 126 },
        { state: 'IN_PROGRESS', count: 12 },
        { state: 'COMPLETED', count: 77 },
      ],
    });
  });

  test('for everyone say nothing of fewer than five reports', async () => {
    await tell(
      ...times(4, () =>
        disposed('2026-11-16 10:00', '2026-11-17 10:00').planned('2026-11-18 10:00', 'padang-pupr'),
      ),
    );
    const few = (await sla.query(PUBLIC)).publicStatistics;
    expect(few).toMatchObject({
      receivedThisMonth: null,
      followedUpPercent: null,
      medianFollowUpDays: null,
      byState: [],
    });
    await tell(disposed('2026-11-16 10:00', '2026-11-17 10:00').planned('2026-11-18 10:00', 'padang-pupr'));
    const enough = (await sla.query(PUBLIC)).publicStatistics;
    expect(enough).toMatchObject({
      followedUpPercent: 100,
      medianFollowUpDays: 2,
      byState: [{ state: 'IN_PROGRESS', count: 5 }],
    });
  });

  test('for everyone are the same however many confidential reports there are, so that no difference counts them', async () => {
    const answered = (isConfidential: boolean) =>
      filed('2026-11-16 10:00', isConfidential)
        .disposed('2026-11-17 10:00', ['padang-pupr'], { reportClass: 'GRIEVANCE' })
        .planned('2026-11-18 10:00', 'padang-pupr');
    await tell(...times(6, () => answered(false)), ...times(6, () => filed('2026-11-20 10:00')));
    const without = (await sla.query(PUBLIC)).publicStatistics;
    await tell(...times(7, () => answered(true)), ...times(7, () => filed('2026-11-20 10:00', true)));
    expect((await sla.query(PUBLIC)).publicStatistics).toEqual(without);
    expect(without.receivedThisMonth).toBe(12);
  });

  test('take one statement each', async () => {
    expect(await sla.statementsOf(() => sla.query(OVERVIEW, DESK))).toHaveLength(1);
    expect(await sla.statementsOf(() => sla.query(PUBLIC))).toHaveLength(1);
    expect(await sla.statementsOf(() => sla.query(OVERVIEW))).toHaveLength(0);
  });

  test('count each report once that was handed over this month, and tell the public from five on without confidential ones', async () => {
    const handedOver = (when: string, isConfidential = false) =>
      filed('2026-10-20 10:00', isConfidential)
        .disposed('2026-10-21 10:00', ['padang-pupr'])
        .next(when, 'HANDED_OVER', { actorKind: 'SYSTEM', toOrganisationId: 'padang-pupr' });
    const count = async () => ({
      nation: (await sla.query('{ nationalOverview { handedOver } }', DESK)).nationalOverview.handedOver,
      analyst: (await sla.query('{ nationalOverview { handedOver } }', officer('ANALYST', 'ksp')))
        .nationalOverview.handedOver,
      all: (await sla.query('{ publicStatistics { handedOver } }')).publicStatistics.handedOver,
    });
    await tell(handedOver('2026-10-31 23:59'), ...times(4, () => handedOver('2026-11-01 00:00')));
    await tell(handedOver('2026-11-03 10:00', true));
    const again = handedOver('2026-10-22 10:00');
    await tell(again.next('2026-11-20 10:00', 'HANDED_OVER', { actorKind: 'SYSTEM' }));
    expect(await count()).toEqual({ nation: 5, analyst: null, all: null });
    await tell(handedOver('2026-11-25 09:00'));
    expect(await count()).toEqual({ nation: 6, analyst: 5, all: 5 });
  });
});
