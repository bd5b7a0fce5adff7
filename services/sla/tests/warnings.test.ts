import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { aReport, at, type UnitName } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';

const WARNINGS = `query ($of: ID, $first: Int! = 50, $after: String) { warnings(organisationId: $of, first: $first, after: $after) {
  edges { cursor node { id kind levels clockId clockKind at dueOn isRunning organisation { id } report { id } } } pageInfo { hasNextPage endCursor } } }`;
const OF_REPORT = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Report {
  id warnings { kind clockKind at isRunning } } } }`;
const PATHS = [
  ['pemkot-padang'],
  ['pemkot-padang', 'padang-pupr'],
  ['pemkot-padang', 'padang-pupr', 'padang-pupr-jalan'],
  ['pemkot-padang', 'padang-dlh'],
  ['pemkot-makassar'],
];

describe('warnings', () => {
  let sla: TestService;
  const disposed = (reportId: string, unit: UnitName, isConfidential = false) =>
    aReport('2026-11-20 19:00', { reportId, isConfidential }).disposed('2026-11-23 09:40', [unit]);

  beforeAll(async () => {
    sla = await startTestService(at('2026-11-23 10:00'));
    await sla.deliver(
      'organisations',
      'organisation.changed',
      PATHS.map((path) => ({
        organisationId: path.at(-1)!,
        name: 'x',
        acronym: null,
        kind: path.length > 1 ? 'OPD' : 'CITY',
        status: 'ACTIVE',
        parentId: path.at(-2) ?? null,
        governmentId: path[0]!,
        path,
        regionCode: null,
        timeZone: 'Asia/Jakarta',
        isStaffed: true,
        unitKeys: [],
        hasDirectVerification: false,
        successorIds: [],
        version: 1,
      })),
    );
    await sla.tell(
      disposed('open', 'padang-pupr').events,
      disposed('secret', 'padang-pupr', true).events,
      disposed('below', 'padang-pupr-jalan').events,
      disposed('elsewhere', 'makassar').events,
      disposed('answered', 'padang-dlh').planned('2026-11-27 10:00', 'padang-dlh').events,
      aReport('2026-11-20 19:00', { reportId: 'waits' }).events,
    );
  });
  afterAll(() => sla[Symbol.asyncDispose]());

  async function list(viewer: Viewer, of: string | null, when?: string): Promise<string[] | null> {
    if (when) {
      sla.clock.set(at(when));
      await sla.service.settle();
    }
    const { warnings, errors } = await sla.query(WARNINGS, viewer, { of });
    expect(errors).toBeUndefined();
    return (
      warnings &&
      warnings.edges.map(({ node }: any) => `${node.report.id} ${node.clockKind} ${node.kind}`).sort()
    );
  }

  test('come at half of the time, on the last day and when it is missed; the gravest of a clock is shown', async () => {
    // Due at the end of 30 November: five days from the 24th on, half of it at noon of the 26th.
    expect(await list(DESK, 'padang-pupr', '2026-11-26 11:59')).toEqual([]);
    expect(await list(DESK, 'padang-pupr', '2026-11-26 12:00')).toEqual([
      'below FOLLOW_UP HALF',
      'open FOLLOW_UP HALF',
      'secret FOLLOW_UP HALF',
    ]);
    expect(await list(DESK, 'padang-pupr', '2026-11-29 23:59')).toHaveLength(3);
    expect((await list(DESK, 'padang-pupr', '2026-11-30 00:00'))?.[0]).toBe('below FOLLOW_UP LAST_DAY');
    expect((await list(DESK, 'padang-pupr', '2026-12-01 00:00'))?.[0]).toBe('below FOLLOW_UP BREACH');
  });

  test('say who has to act, who is told, and of which instant', async () => {
    const { warnings } = await sla.query(WARNINGS, DESK, { of: 'padang-pupr-jalan' });
    expect(warnings.edges[0].node).toEqual({
      id: 'below:FOLLOW_UP:1:BREACH',
      kind: 'BREACH',
      levels: ['UNIT', 'ADMIN', 'HEAD'],
      clockId: 'below:FOLLOW_UP:1',
      clockKind: 'FOLLOW_UP',
      at: '2026-11-30T17:00:00.000Z',
      dueOn: '2026-11-30',
      isRunning: true,
      organisation: { id: 'padang-pupr-jalan' },
      report: { id: 'below' },
    });
  });

  test('stay in the life of a report when what they warned of is done, and leave the list', async () => {
    expect(await list(DESK, 'padang-dlh')).toEqual([]);
    const { _entities } = await sla.query(OF_REPORT, DESK, {
      representations: ['answered', 'unknown'].map((id) => ({ __typename: 'Report', id })),
    });
    expect(_entities[1].warnings).toBeNull();
    expect(_entities[0].warnings).toEqual([
      { kind: 'HALF', clockKind: 'FOLLOW_UP', at: '2026-11-26T05:00:00.000Z', isRunning: false },
    ]);
    const [open] = (
      await sla.query(OF_REPORT, DESK, { representations: [{ __typename: 'Report', id: 'open' }] })
    )._entities;
    expect(open.warnings.map(({ kind, clockKind }: any) => `${clockKind} ${kind}`)).toEqual([
      'FOLLOW_UP HALF',
      'FOLLOW_UP LAST_DAY',
      'FOLLOW_UP BREACH',
    ]);
  });

  const all = ['below FOLLOW_UP BREACH', 'open FOLLOW_UP BREACH', 'secret FOLLOW_UP BREACH'];
  const open = ['below FOLLOW_UP BREACH', 'open FOLLOW_UP BREACH'];
  test.each<[string, Viewer, string | null, string[] | null]>([
    ['national desk', DESK, 'padang-pupr', all],
    ['handling unit', officer('LIAISON_OFFICER', 'padang-pupr'), 'padang-pupr', all],
    ['admin above', officer('AGENCY_ADMIN', 'pemkot-padang'), 'padang-pupr', open],
    ['head above, of all below', officer('AGENCY_HEAD', 'pemkot-padang'), 'pemkot-padang', open],
    ['unit below', officer('LIAISON_OFFICER', 'padang-pupr-jalan'), 'padang-pupr', null],
    ['another government', officer('AGENCY_ADMIN', 'pemkot-makassar'), 'padang-pupr', null],
    ['field officer', officer('FIELD_OFFICER', 'padang-pupr'), 'padang-pupr', null],
    ['analyst', officer('ANALYST', 'ksp'), 'padang-pupr', null],
    ['Ombudsman', officer('OMBUDSMAN', 'ombudsman-ri'), 'padang-pupr', open],
    ['KSP', officer('KSP_MONITOR', 'ksp'), 'padang-pupr', open],
    ['public', PUBLIC_VIEWER, 'padang-pupr', null],
    [
      'key of the unit',
      {
        ...officer('LIAISON_OFFICER', 'padang-pupr'),
        apiKey: { id: 'k', scopes: ['graph:read', 'reports:read'] },
      },
      'padang-pupr',
      null,
    ],
    ['unknown organisation', DESK, 'no-such', null],
    ['unit, of the desk', officer('LIAISON_OFFICER', 'padang-pupr'), null, null],
    ['desk, of its own', DESK, null, ['waits FIRST_RESPONSE BREACH', 'waits VERIFICATION BREACH']],
  ])('%s', async (_, viewer, of, expected) => {
    expect(await list(viewer, of)).toEqual(expected);
  });

  test('are paged without a gap or a double, in one statement a page beside the look at the tree', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { warnings } = await sla.query(WARNINGS, DESK, { of: 'pemkot-padang', first: 1, after });
      seen.push(...warnings.edges.map(({ node }: any) => node.id));
      after = warnings.pageInfo.endCursor;
      if (!warnings.pageInfo.hasNextPage) break;
    }
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
    const statements = await sla.statementsOf(() => sla.query(WARNINGS, DESK, { of: 'pemkot-padang' }));
    expect(statements).toHaveLength(2);
    const { errors } = await sla.query(WARNINGS, DESK, { of: 'pemkot-padang', after: 'nonsense' });
    expect(errors).toHaveLength(1);
  });

  test('stand in the order of their deadlines, the one that is late longest first', async () => {
    const passedOn = (reportId: string, submitted: string, day: string) =>
      aReport(submitted, { reportId }).disposed(day, ['padang-pupr']).events;
    await sla.tell(
      passedOn('later', '2026-11-30 10:00', '2026-12-01 09:00'),
      passedOn('ahead', '2026-12-07 10:00', '2026-12-08 09:00'),
    );
    sla.clock.set(at('2026-12-11 13:00'));
    await sla.service.settle();
    const { warnings } = await sla.query(WARNINGS, DESK, { of: 'padang-pupr' });
    const rows: any[] = warnings.edges.map(({ node }: any) => node);
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(rows.map(({ dueOn }) => dueOn).toSorted());
    // A breach of today's morning is no more urgent than one of last month: the last warning stands below.
    const followUps = rows.filter(({ clockKind }) => clockKind === 'FOLLOW_UP');
    expect(followUps.map(({ report, kind, dueOn }) => [report.id, kind, dueOn])).toEqual([
      ...['below', 'open', 'secret'].map((id) => [id, 'BREACH', '2026-11-30']),
      ['later', 'BREACH', '2026-12-08'],
      ['ahead', 'HALF', '2026-12-15'],
    ]);
  });
});
