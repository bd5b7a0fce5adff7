import { POST_ROLES, type DenialReason, type PostRole } from '@lapor/viewer';
import { describe, expect, test } from 'vitest';
import {
  type Action,
  type Place,
  type PlacedViewer,
  type SubjectOf,
  decide,
  isRoleAt,
} from '../src/modules/authority/index.ts';

/**
 * Who may do what, written from the rules (domain.md, People; decisions.md 8) and not from the code: for each role, where its post is in relation to
 * the subject, and the actions that it opens there.
 */
const place = (kind: string, regionCode: string | null, ...path: string[]): Place => ({
  kind,
  regionCode,
  path,
});
const places = {
  city: place('CITY', '13.71', 'city'),
  dinas: place('OPD', '13.71', 'city', 'dinas'),
  uptd: place('OPD', '13.71', 'city', 'dinas', 'uptd'),
  sibling: place('OPD', '13.71', 'city', 'sibling'),
  otherCity: place('CITY', '13.77', 'other-city'),
  otherUnit: place('OPD', '13.77', 'other-city', 'other-unit'),
  farCity: place('CITY', '31.71', 'far-city'),
  province: place('PROVINCE', '13', 'province'),
  provinceUnit: place('OPD', '13', 'province', 'province-unit'),
  ministry: place('MINISTRY', null, 'ministry'),
  directorate: place('AGENCY', null, 'ministry', 'directorate'),
  // A national body that sits in the province.
  localOffice: place('AGENCY', '13.71', 'ministry', 'local-office'),
  kemenpanrb: place('MINISTRY', null, 'kemenpanrb'),
  ksp: place('AGENCY', null, 'ksp'),
  ombudsman: place('AGENCY', null, 'ombudsman'),
  'ombudsman-13': place('AGENCY', '13', 'ombudsman', 'ombudsman-13'),
  'ombudsman-91': place('AGENCY', '91', 'ombudsman', 'ombudsman-91'),
  papua: place('PROVINCE', '91', 'papua'),
  centralPapua: place('REGENCY', '94.01', 'central-papua'),
  southWestPapua: place('REGENCY', '96.01', 'south-west-papua'),
} as const;
type PlaceName = keyof typeof places;

const viewerAt = (role: PostRole, at: PlaceName): PlacedViewer => ({
  kind: 'officer',
  accountId: 'viewer',
  reportGrants: [],
  posts: [{ role, organisationId: places[at].path.at(-1)!, ...places[at] }],
});

/** The actions whose subject is an organisation, with one for each role that can be given. */
const organisationActions = [
  'restructure',
  'addUnits',
  'importUnits',
  'readUnitsCsv',
  'editDetails',
  'setClosingDays',
  'readHeadContact',
  'readChanges',
  'setDirectVerification',
  'routeInGovernment',
  'readReadiness',
  'declareReadiness',
  'noteObstacle',
  'recordVisit',
  'readAudit',
] as const satisfies readonly Action[];
type Asked = (typeof organisationActions)[number] | `give ${PostRole}`;
const asked: readonly Asked[] = [
  ...organisationActions,
  ...POST_ROLES.map((role) => `give ${role}` as const),
];

function ask(viewer: PlacedViewer, action: Asked, subject: PlaceName) {
  return action.startsWith('give ')
    ? decide(viewer, 'managePost', { ...places[subject], role: action.slice(5) as PostRole })
    : decide(viewer, action as (typeof organisationActions)[number], places[subject]);
}

const colleague = ['readHeadContact', 'readChanges'] as const;
const reader = [...colleague, 'readReadiness'] as const;
const declarer = ['declareReadiness', 'noteObstacle'] as const;
const adminHere = [
  ...reader,
  ...declarer,
  'addUnits',
  'importUnits',
  'readUnitsCsv',
  'editDetails',
  'setClosingDays',
  'routeInGovernment',
  'readAudit',
  'give LIAISON_OFFICER',
  'give FIELD_OFFICER',
  'give AGENCY_HEAD',
] as const;
const adminAbove = [...adminHere, 'restructure', 'give AGENCY_ADMIN'] as const;
const allButDeclaring = asked.filter(
  (action) => !(['declareReadiness', 'noteObstacle', 'recordVisit'] as Asked[]).includes(action),
);

const table: readonly [role: PostRole, at: PlaceName, subject: PlaceName, may: readonly Asked[]][] = [
  ['NATIONAL_ADMIN', 'kemenpanrb', 'city', allButDeclaring],
  ['NATIONAL_ADMIN', 'ksp', 'uptd', allButDeclaring],
  ['NATIONAL_ADMIN', 'kemenpanrb', 'ministry', allButDeclaring],
  ['NATIONAL_ADMIN', 'kemenpanrb', 'kemenpanrb', allButDeclaring],

  ['AGENCY_ADMIN', 'city', 'city', adminHere],
  ['AGENCY_ADMIN', 'city', 'dinas', adminAbove],
  ['AGENCY_ADMIN', 'city', 'uptd', adminAbove],
  ['AGENCY_ADMIN', 'dinas', 'dinas', adminHere],
  ['AGENCY_ADMIN', 'dinas', 'uptd', adminAbove],
  ['AGENCY_ADMIN', 'dinas', 'city', reader],
  ['AGENCY_ADMIN', 'dinas', 'sibling', reader],
  ['AGENCY_ADMIN', 'uptd', 'dinas', reader],
  ['AGENCY_ADMIN', 'city', 'otherCity', []],
  ['AGENCY_ADMIN', 'city', 'otherUnit', []],
  ['AGENCY_ADMIN', 'city', 'province', []],
  ['AGENCY_ADMIN', 'city', 'ministry', []],
  // A province supervises; it does not own.
  ['AGENCY_ADMIN', 'province', 'city', ['readReadiness']],
  ['AGENCY_ADMIN', 'province', 'uptd', ['readReadiness']],
  ['AGENCY_ADMIN', 'province', 'farCity', []],
  ['AGENCY_ADMIN', 'province', 'localOffice', []],
  ['AGENCY_ADMIN', 'province', 'province', adminHere],
  ['AGENCY_ADMIN', 'provinceUnit', 'city', []],
  ['AGENCY_ADMIN', 'ministry', 'directorate', adminAbove],
  ['AGENCY_ADMIN', 'ministry', 'city', []],
  ['AGENCY_ADMIN', 'kemenpanrb', 'city', []],

  ['AGENCY_HEAD', 'city', 'city', [...reader, 'readAudit']],
  ['AGENCY_HEAD', 'city', 'uptd', [...reader, 'readAudit']],
  ['AGENCY_HEAD', 'dinas', 'city', reader],
  ['AGENCY_HEAD', 'dinas', 'sibling', reader],
  ['AGENCY_HEAD', 'province', 'city', ['readReadiness']],
  ['AGENCY_HEAD', 'city', 'otherCity', []],

  ['LIAISON_OFFICER', 'dinas', 'dinas', [...reader, ...declarer]],
  ['LIAISON_OFFICER', 'dinas', 'uptd', reader],
  ['LIAISON_OFFICER', 'dinas', 'city', reader],
  ['LIAISON_OFFICER', 'dinas', 'sibling', reader],
  ['LIAISON_OFFICER', 'city', 'city', [...reader, ...declarer]],
  ['LIAISON_OFFICER', 'province', 'city', []],
  ['LIAISON_OFFICER', 'dinas', 'otherUnit', []],

  ['FIELD_OFFICER', 'dinas', 'dinas', colleague],
  ['FIELD_OFFICER', 'city', 'uptd', colleague],
  ['FIELD_OFFICER', 'dinas', 'otherCity', []],

  ['OMBUDSMAN', 'ombudsman', 'city', ['readChanges', 'readReadiness', 'recordVisit']],
  ['OMBUDSMAN', 'ombudsman', 'ministry', ['readChanges', 'readReadiness', 'recordVisit']],
  ['OMBUDSMAN', 'ombudsman-13', 'city', ['readChanges', 'readReadiness', 'recordVisit']],
  ['OMBUDSMAN', 'ombudsman-13', 'uptd', ['readChanges', 'readReadiness', 'recordVisit']],
  ['OMBUDSMAN', 'ombudsman-13', 'province', ['readChanges', 'readReadiness', 'recordVisit']],
  ['OMBUDSMAN', 'ombudsman-13', 'farCity', ['readChanges']],
  ['OMBUDSMAN', 'ombudsman-13', 'ministry', ['readChanges']],
  ['OMBUDSMAN', 'ombudsman-91', 'papua', ['readChanges', 'readReadiness', 'recordVisit']],
  ['OMBUDSMAN', 'ombudsman-91', 'centralPapua', ['readChanges', 'readReadiness', 'recordVisit']],
  ['OMBUDSMAN', 'ombudsman-91', 'southWestPapua', ['readChanges']],

  ['KSP_MONITOR', 'ksp', 'city', ['readChanges', 'readReadiness']],
  ['KSP_MONITOR', 'ksp', 'directorate', ['readChanges', 'readReadiness']],
  ['ANALYST', 'ksp', 'city', []],
  ['ANALYST', 'ksp', 'ksp', colleague],
];

describe.each(table)('%s at %s over %s', (role, at, subject, expected) => {
  const viewer = viewerAt(role, at);
  const verdicts = (who: PlacedViewer) =>
    asked.filter((action) => ask(who, action, subject).allowed).toSorted();

  test('may do what the rules say, and nothing else', () => {
    expect(verdicts(viewer)).toEqual([...expected].toSorted());
  });

  test('may do nothing without the post: not yet begun, ended, or suspended', () => {
    expect(verdicts({ ...viewer, posts: [] })).toEqual([]);
  });

  test('as a citizen, a service, the public or nobody in particular may do nothing', () => {
    for (const kind of ['citizen', 'service', 'public'] as const)
      expect(verdicts({ ...viewer, kind })).toEqual([]);
    expect(verdicts({ ...viewer, accountId: undefined })).toEqual([]);
  });

  test('with an API key reads the list of units at most', () => {
    const key = {
      ...viewer,
      apiKey: { id: 'k', scopes: ['graph:read', 'reports:read', 'graph:write'] as const },
    };
    const readable: readonly Asked[] = ['readUnitsCsv'];
    expect(verdicts(key)).toEqual(expected.filter((action) => readable.includes(action)).toSorted());
  });
});

test('every role stands in the table, and every role × place that is not in it opens nothing of another government', () => {
  expect(new Set(table.map(([role]) => role))).toEqual(new Set(POST_ROLES));
  const agencyRoles = ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER', 'FIELD_OFFICER'] as const;
  const names = Object.keys(places) as PlaceName[];
  for (const role of agencyRoles)
    for (const at of names)
      for (const subject of names.filter((name) => places[name].path[0] !== places[at].path[0])) {
        const allowed = asked.filter((action) => ask(viewerAt(role, at), action, subject).allowed);
        const isSupervised =
          allowed.length === 1 && allowed[0] === 'readReadiness' && places[at].kind === 'PROVINCE';
        expect([role, at, subject, allowed.length === 0 || isSupervised]).toEqual([role, at, subject, true]);
      }
});

describe('actions without a place', () => {
  test.each(POST_ROLES)('%s adds roots and routes nationally only at the national desk', (role) => {
    const viewer = viewerAt(role, 'kemenpanrb');
    for (const action of ['addRoot', 'routeNationally'] as const)
      expect(decide(viewer, action, null).allowed).toBe(role === 'NATIONAL_ADMIN');
  });
});

describe('officers', () => {
  const target = (...posts: [PostRole, PlaceName][]): SubjectOf['manageOfficer'] => ({
    officerId: 'target',
    posts: posts.map(([role, at]) => ({ role, ...places[at] })),
  });
  const manages = (viewer: PlacedViewer, subject: SubjectOf['manageOfficer']) =>
    decide(viewer, 'manageOfficer', subject).allowed;
  const admin = viewerAt('AGENCY_ADMIN', 'city');

  test('are managed by who may give every post they have', () => {
    expect(manages(admin, target(['LIAISON_OFFICER', 'dinas']))).toBe(true);
    expect(manages(admin, target(['AGENCY_ADMIN', 'dinas'], ['AGENCY_HEAD', 'city']))).toBe(true);
    // An equal, a superior, a foreigner, somebody with one foot elsewhere, somebody without any.
    expect(manages(admin, target(['AGENCY_ADMIN', 'city']))).toBe(false);
    expect(manages(viewerAt('AGENCY_ADMIN', 'dinas'), target(['LIAISON_OFFICER', 'city']))).toBe(false);
    expect(manages(admin, target(['LIAISON_OFFICER', 'otherUnit']))).toBe(false);
    expect(manages(admin, target(['LIAISON_OFFICER', 'dinas'], ['FIELD_OFFICER', 'otherUnit']))).toBe(false);
    expect(manages(admin, target(['LIAISON_OFFICER', 'dinas'], ['ANALYST', 'ksp']))).toBe(false);
    expect(manages(admin, target())).toBe(false);
    expect(manages(viewerAt('NATIONAL_ADMIN', 'ksp'), target())).toBe(true);
    for (const role of POST_ROLES.filter((other) => !['NATIONAL_ADMIN', 'AGENCY_ADMIN'].includes(other)))
      expect(manages(viewerAt(role, 'city'), target(['FIELD_OFFICER', 'dinas']))).toBe(false);
  });

  test('nobody manages oneself, the national desk neither', () => {
    for (const viewer of [admin, viewerAt('NATIONAL_ADMIN', 'ksp')])
      expect(
        decide(viewer, 'manageOfficer', { ...target(['LIAISON_OFFICER', 'dinas']), officerId: 'viewer' }),
      ).toEqual({
        allowed: false,
        reason: 'OWN',
      });
  });

  test('are known to themselves, their government and the national desk', () => {
    const knows = (viewer: PlacedViewer, officerId = 'target') =>
      decide(viewer, 'knowOfficer', { officerId, governmentIds: ['city'] }).allowed;
    for (const role of POST_ROLES) expect(knows(viewerAt(role, 'sibling'))).toBe(true);
    for (const role of POST_ROLES) expect(knows(viewerAt(role, 'province'))).toBe(role === 'NATIONAL_ADMIN');
    const nobody = { ...viewerAt('ANALYST', 'ksp'), posts: [] };
    expect([knows(nobody), knows(nobody, 'viewer')]).toEqual([false, true]);
  });

  test('let somebody stand in at their own post; at others’ whoever may give it', () => {
    const delegates = (viewer: PlacedViewer, role: PostRole, at: PlaceName, officerId = 'target') =>
      decide(viewer, 'delegate', { officerId, role, ...places[at] }).allowed;
    expect(delegates(viewerAt('FIELD_OFFICER', 'dinas'), 'FIELD_OFFICER', 'dinas', 'viewer')).toBe(true);
    expect(delegates(admin, 'LIAISON_OFFICER', 'uptd')).toBe(true);
    expect(delegates(admin, 'AGENCY_ADMIN', 'city')).toBe(false);
    expect(delegates(viewerAt('LIAISON_OFFICER', 'dinas'), 'LIAISON_OFFICER', 'dinas')).toBe(false);
  });
});

describe('reasons', () => {
  const reason = (viewer: PlacedViewer, action: Asked, subject: PlaceName): DenialReason | 'allowed' => {
    const verdict = ask(viewer, action, subject);
    return verdict.allowed ? 'allowed' : verdict.reason;
  };

  test('say what would have to be otherwise', () => {
    const admin = viewerAt('AGENCY_ADMIN', 'city');
    expect(reason({ ...admin, kind: 'citizen' }, 'editDetails', 'city')).toBe('SIGN_IN');
    expect(reason(viewerAt('FIELD_OFFICER', 'city'), 'editDetails', 'city')).toBe('ROLE');
    expect(reason(admin, 'editDetails', 'otherCity')).toBe('JURISDICTION');
    expect(reason(admin, 'restructure', 'city')).toBe('JURISDICTION');
    expect(reason({ ...admin, apiKey: { id: 'k', scopes: ['graph:write'] } }, 'editDetails', 'city')).toBe(
      'KEY_SCOPE',
    );
  });
});

describe('roles of the whole country', () => {
  test.each<[PostRole, string[]]>([
    ['NATIONAL_ADMIN', ['kemenpanrb', 'ksp']],
    ['OMBUDSMAN', ['ombudsman', 'ombudsman-13', 'ombudsman-91']],
    ['KSP_MONITOR', ['ksp']],
    ['ANALYST', ['ksp', 'kemenpanrb', 'kemendagri']],
  ])('%s exists only at its places', (role, at) => {
    const ids = [
      'kemenpanrb',
      'ksp',
      'kemendagri',
      'ombudsman',
      'ombudsman-13',
      'ombudsman-91',
      'ombudsman-13-x',
      'pemkot-13-71',
    ];
    expect(ids.filter((id) => isRoleAt(role, id)).toSorted()).toEqual(at.toSorted());
  });

  test('all others exist everywhere', () => {
    for (const role of ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER', 'FIELD_OFFICER'] as const)
      expect([isRoleAt(role, 'ksp'), isRoleAt(role, 'opd-13-71-dpupr')]).toEqual([true, true]);
  });
});
