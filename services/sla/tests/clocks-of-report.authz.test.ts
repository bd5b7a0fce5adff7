import { afterAll, beforeAll, expect, test } from 'vitest';
import { POST_ROLES, PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import {
  aReport,
  assigned,
  at,
  BY_DESK,
  UNIT_NAMES,
  unitId,
  type ReportHistory,
  type UnitName,
} from './a-report.ts';
import { officer, startTestService, type TestService } from './a-service.ts';

/** Every kind of report × every kind of viewer, against an oracle that is written from domain.md and knows nothing of the code. */

const HANDLING: Record<string, UnitName[]> = {
  'with nobody': [],
  'with a unit': ['padang-pupr'],
  'with a unit and another government': ['padang-pupr-jalan', 'makassar'],
};
const VISIBILITY = [
  'published',
  'not yet published',
  'confidential',
  'confidential, published by mistake',
] as const;
type Visibility = (typeof VISIBILITY)[number];

const filed = (id: string, visibility: Visibility) =>
  aReport('2026-11-20 19:00', { reportId: id, isConfidential: visibility.startsWith('confidential') });

function reportOf(id: string, handling: string, visibility: Visibility): ReportHistory {
  const units = HANDLING[handling]!;
  const isPublished = visibility === 'published' || visibility === 'confidential, published by mistake';
  const report = filed(id, visibility);
  // A report with nobody can be published too: it was disposed once and given back.
  return units.length > 0
    ? report.disposed('2026-11-23 09:00', units, { isPublished })
    : report.next('2026-11-23 09:00', 'PUBLISHED', { ...BY_DESK, isPublished });
}

const ORGANISATIONS = [...UNIT_NAMES.map(unitId), 'pemkot-jayapura', 'kemenpanrb'];
const citizen = (change: Partial<Viewer> = {}): Viewer => ({
  ...PUBLIC_VIEWER,
  kind: 'citizen',
  accountId: 'citizen',
  ...change,
});

interface Case {
  name: string;
  viewer: Viewer;
  /** What `reports` says of the viewer. */
  isReporter: boolean;
  role?: string;
  organisationId?: string;
}

const viewersOf = (reportId: string): Case[] => [
  { name: 'the public', viewer: PUBLIC_VIEWER, isReporter: false },
  { name: 'the public, called the reporter by a forged request', viewer: PUBLIC_VIEWER, isReporter: true },
  { name: 'another citizen', viewer: citizen(), isReporter: false },
  { name: 'the reporter with an account', viewer: citizen(), isReporter: true },
  {
    name: 'the reporter with an access code',
    viewer: { ...PUBLIC_VIEWER, reportGrants: [reportId] },
    isReporter: true,
  },
  {
    name: 'the reporter of another report, called this one’s by a forged request',
    viewer: { ...PUBLIC_VIEWER, reportGrants: ['another'] },
    isReporter: true,
  },
  ...POST_ROLES.flatMap((role) =>
    ORGANISATIONS.map((organisationId) => ({
      name: `${role} of ${organisationId}`,
      viewer: officer(role, organisationId),
      isReporter: false,
      role,
      organisationId,
    })),
  ),
];

/** By hand: which organisations stand above each unit in its own government, itself included. */
const ABOVE: Record<UnitName, string[]> = {
  padang: ['pemkot-padang'],
  'padang-pupr': ['padang-pupr', 'pemkot-padang'],
  'padang-pupr-jalan': ['padang-pupr-jalan', 'padang-pupr', 'pemkot-padang'],
  'padang-dlh': ['padang-dlh', 'pemkot-padang'],
  makassar: ['pemkot-makassar'],
  'jayapura-pupr': ['jayapura-pupr', 'pemkot-jayapura'],
  kemenpu: ['kemenpu'],
};

function oracle({ name, role, organisationId }: Case, handling: string, visibility: Visibility): boolean {
  if (name.startsWith('the reporter with')) return true;
  if (role === 'NATIONAL_ADMIN') return true;
  const units = HANDLING[handling]!;
  const isHandlingRole = role === 'AGENCY_ADMIN' || role === 'AGENCY_HEAD' || role === 'LIAISON_OFFICER';
  if (visibility.startsWith('confidential'))
    return isHandlingRole && units.some((unit) => ABOVE[unit][0] === organisationId);
  if (visibility === 'published') return true;
  if (role === 'OMBUDSMAN' || role === 'KSP_MONITOR') return true;
  return isHandlingRole && units.some((unit) => ABOVE[unit].includes(organisationId!));
}

let sla: TestService;
const reports = Object.keys(HANDLING).flatMap((handling, h) =>
  VISIBILITY.map((visibility, v) => ({ id: `report-${h}-${v}`, handling, visibility })),
);
beforeAll(async () => {
  sla = await startTestService(at('2026-11-24 10:00'));
  await sla.tell(...reports.map(({ id, handling, visibility }) => reportOf(id, handling, visibility).events));
});
afterAll(() => sla[Symbol.asyncDispose]());

const SEES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Report { clocks { id } nextClock { id } } } }`;

async function sees({ viewer, isReporter }: Case, id: string): Promise<boolean> {
  const { _entities, errors } = await sla.query(SEES, viewer, {
    representations: [{ __typename: 'Report', id, viewerIsReporter: isReporter }],
  });
  expect(errors).toBeUndefined();
  const [{ clocks, nextClock }] = _entities;
  expect(clocks === null).toBe(nextClock === null);
  return clocks !== null;
}

test.each(reports)(
  '$visibility, $handling: exactly the entitled see the clocks',
  async ({ id, handling, visibility }) => {
    const verdicts = await Promise.all(
      viewersOf(id).map(
        async (one) => [one.name, await sees(one, id), oracle(one, handling, visibility)] as const,
      ),
    );
    expect(verdicts.filter(([, seen, expected]) => seen !== expected)).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(70);
  },
);

test('a report of which nothing has come yet shows nothing, even to the national desk and its reporter', async () => {
  expect(
    await sees({ name: '', viewer: officer('NATIONAL_ADMIN', 'kemenpanrb'), isReporter: false }, 'x'),
  ).toBe(false);
  expect(await sees({ name: '', viewer: citizen(), isReporter: true }, 'x')).toBe(false);
});

test('a unit that has to verify a report given back to it sees its clocks, as do those above; if confidential, it alone', async () => {
  const back = (id: string, isConfidential: boolean) =>
    aReport('2026-11-20 19:00', { reportId: id, isConfidential })
      .disposed('2026-11-23 09:00', ['padang-pupr-jalan'], { isPublished: false })
      .next('2026-11-24 09:00', 'RETURNED', {
        state: 'SUBMITTED',
        assignments: [],
        toOrganisationId: 'padang-pupr',
      }).events;
  await sla.tell(back('back', false), back('back-confidential', true));
  const seenBy = async (id: string) => {
    const seen = [];
    for (const organisationId of ['pemkot-padang', 'padang-pupr', 'padang-pupr-jalan', 'padang-dlh'])
      if (await sees({ name: '', viewer: officer('AGENCY_ADMIN', organisationId), isReporter: false }, id))
        seen.push(organisationId);
    return seen;
  };
  expect(await seenBy('back')).toEqual(['pemkot-padang', 'padang-pupr']);
  expect(await seenBy('back-confidential')).toEqual(['padang-pupr']);
});

test('reach follows the organisation’s place of today, and never an older one', async () => {
  const id = 'moved';
  await sla.tell(
    aReport('2026-11-20 19:00', { reportId: id }).next('2026-11-23 09:00', 'DISPOSED', {
      state: 'DISPOSED',
      assignments: assigned('padang-dlh'),
    }).events,
  );
  const admin = (organisationId: string) => ({
    name: '',
    viewer: officer('AGENCY_ADMIN', organisationId),
    isReporter: false,
  });
  const place = (version: number, path: string[]) => ({
    organisationId: 'padang-dlh',
    name: 'Dinas Lingkungan Hidup',
    acronym: null,
    kind: 'OPD',
    status: 'ACTIVE',
    parentId: path.at(-2)!,
    governmentId: path[0]!,
    path,
    regionCode: null,
    timeZone: 'Asia/Jakarta',
    isStaffed: true,
    unitKeys: [],
    hasDirectVerification: false,
    successorIds: [],
    version,
  });
  expect(await sees(admin('padang-pupr'), id)).toBe(false);
  await sla.deliver('organisations', 'organisation.changed', [
    place(3, ['pemkot-padang', 'padang-pupr', 'padang-dlh']),
    place(2, ['pemkot-padang', 'padang-dlh']),
  ]);
  expect(await sees(admin('padang-pupr'), id)).toBe(true);
  await sla.deliver('organisations', 'organisation.changed', [place(1, ['pemkot-padang', 'padang-dlh'])]);
  expect(await sees(admin('padang-pupr'), id)).toBe(true);
});
