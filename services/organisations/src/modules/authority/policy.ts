import {
  type DenialReason,
  type PostRole,
  type Verdict,
  allowed,
  denied,
  isOmbudsmanOffice,
  ombudsmanReaches,
  provincesOfOmbudsmanOffice,
} from '@lapor/viewer';
import type { Action, Place, PlacedPost, PlacedViewer, ReadinessScope, SubjectOf } from './vocabulary.ts';

type Rule<Subject> = (viewer: PlacedViewer, subject: Subject) => Verdict;

/** What an agency admin may give and take within the own subtree. */
const rolesOfAgencies: readonly PostRole[] = ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_HEAD'];
/** Who of a government works on its readiness. */
const rolesOfReadiness: readonly PostRole[] = ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'];
/** A key is for data that is public anyway and for reports: beyond the list of units it reads nothing of a government, and manages nothing and nobody. */
const actionsOfKeys: readonly Action[] = ['readUnitsCsv'];

/** Of several grounds one suffices; else the reason that came closest. */
function anyOf(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some((verdict) => verdict.allowed)) return allowed;
  const reasons = verdicts.flatMap((verdict) => (verdict.allowed ? [] : [verdict.reason]));
  const closeness: readonly DenialReason[] = ['OWN', 'PROTECTED', 'JURISDICTION'];
  return denied(closeness.find((reason) => reasons.includes(reason)) ?? 'ROLE');
}

/** A post of one of the roles, at a place that reaches the subject. */
function byPost(
  viewer: PlacedViewer,
  roles: readonly PostRole[],
  reaches: (post: PlacedPost) => boolean = () => true,
): Verdict {
  const posts = viewer.posts.filter((post) => roles.includes(post.role));
  if (posts.length === 0) return denied('ROLE');
  return posts.some(reaches) ? allowed : denied('JURISDICTION');
}

const onPath = (place: Place) => (post: PlacedPost) => place.path.includes(post.organisationId);
const strictlyAbove = (place: Place) => (post: PlacedPost) =>
  place.path.slice(0, -1).includes(post.organisationId);
const exactlyAt = (place: Place) => (post: PlacedPost) => place.path.at(-1) === post.organisationId;
const inGovernmentOf = (place: Place) => (post: PlacedPost) => place.path[0] === post.path[0];

const nationalDesk = (viewer: PlacedViewer) => byPost(viewer, ['NATIONAL_ADMIN']);
const agencyAdmin = (viewer: PlacedViewer, place: Place) => byPost(viewer, ['AGENCY_ADMIN'], onPath(place));
const colleague = (viewer: PlacedViewer, place: Place) =>
  viewer.posts.length === 0
    ? denied('ROLE')
    : viewer.posts.some(inGovernmentOf(place))
      ? allowed
      : denied('JURISDICTION');

const ombudsmanFor =
  ({ regionCode }: Place) =>
  (post: PlacedPost): boolean =>
    ombudsmanReaches(post.organisationId, regionCode);

/** A province supervises the regencies and cities of its region with their units; national bodies in it are none of its business. */
const provinceOf =
  ({ kind, regionCode }: Place) =>
  (post: PlacedPost): boolean =>
    post.kind === 'PROVINCE' &&
    post.regionCode !== null &&
    ['REGENCY', 'CITY', 'OPD'].includes(kind) &&
    regionCode !== null &&
    regionCode.startsWith(`${post.regionCode}.`);

const adminOrDesk: Rule<Place> = (viewer, place) => anyOf(nationalDesk(viewer), agencyAdmin(viewer, place));
const deskOnly = (viewer: PlacedViewer): Verdict => nationalDesk(viewer);

const mayManagePost: Rule<SubjectOf['managePost']> = (viewer, { role, ...place }) =>
  anyOf(
    nationalDesk(viewer),
    rolesOfAgencies.includes(role) ? agencyAdmin(viewer, place) : denied('ROLE'),
    role === 'AGENCY_ADMIN' ? byPost(viewer, ['AGENCY_ADMIN'], strictlyAbove(place)) : denied('ROLE'),
  );

const mayDeclare: Rule<Place> = (viewer, place) =>
  anyOf(agencyAdmin(viewer, place), byPost(viewer, ['LIAISON_OFFICER'], exactlyAt(place)));

/** Complete by its type: a new action does not compile until it is decided. */
const rules: { readonly [Name in Action]: Rule<SubjectOf[Name]> } = {
  restructure: (viewer, place) =>
    anyOf(nationalDesk(viewer), byPost(viewer, ['AGENCY_ADMIN'], strictlyAbove(place))),
  addUnits: adminOrDesk,
  importUnits: adminOrDesk,
  readUnitsCsv: adminOrDesk,
  addRoot: deskOnly,
  editDetails: adminOrDesk,
  setClosingDays: adminOrDesk,
  readHeadContact: (viewer, place) => anyOf(nationalDesk(viewer), colleague(viewer, place)),
  readChanges: (viewer, place) =>
    anyOf(nationalDesk(viewer), byPost(viewer, ['OMBUDSMAN', 'KSP_MONITOR']), colleague(viewer, place)),
  setDirectVerification: deskOnly,
  routeNationally: deskOnly,
  routeInGovernment: adminOrDesk,
  managePost: mayManagePost,
  manageOfficer: (viewer, { officerId, posts }) => {
    if (viewer.accountId === officerId) return denied('OWN');
    if (nationalDesk(viewer).allowed) return allowed;
    if (posts.length === 0) return denied('JURISDICTION');
    const refusal = posts.map((post) => mayManagePost(viewer, post)).find((verdict) => !verdict.allowed);
    return refusal ?? allowed;
  },
  knowOfficer: (viewer, { officerId, governmentIds }) => {
    if (viewer.accountId === officerId) return allowed;
    if (nationalDesk(viewer).allowed) return allowed;
    if (viewer.posts.length === 0) return denied('ROLE');
    return viewer.posts.some((post) => governmentIds.includes(post.path[0]!))
      ? allowed
      : denied('JURISDICTION');
  },
  delegate: (viewer, { officerId, ...post }) =>
    viewer.accountId === officerId ? allowed : mayManagePost(viewer, post),
  readReadiness: (viewer, place) =>
    anyOf(
      nationalDesk(viewer),
      byPost(viewer, ['KSP_MONITOR']),
      byPost(viewer, ['OMBUDSMAN'], ombudsmanFor(place)),
      byPost(viewer, rolesOfReadiness, inGovernmentOf(place)),
      byPost(viewer, ['AGENCY_ADMIN', 'AGENCY_HEAD'], provinceOf(place)),
    ),
  declareReadiness: mayDeclare,
  noteObstacle: mayDeclare,
  recordVisit: (viewer, place) => byPost(viewer, ['OMBUDSMAN'], ombudsmanFor(place)),
  readAudit: (viewer, place) =>
    anyOf(nationalDesk(viewer), byPost(viewer, ['AGENCY_ADMIN', 'AGENCY_HEAD'], onPath(place))),
};

/** Whether the viewer may do this to the subject, or why not. The one rule behind queries, mutations and `viewerCan…`. Pure. */
export function decide<Name extends Action>(
  viewer: PlacedViewer,
  action: Name,
  subject: SubjectOf[Name],
): Verdict {
  if (viewer.kind !== 'officer' || viewer.accountId === undefined) return denied('SIGN_IN');
  if (viewer.apiKey !== undefined && !actionsOfKeys.includes(action)) return denied('KEY_SCOPE');
  return rules[action](viewer, subject);
}

/**
 * Whose readiness a viewer may read, for lists: `decide` of every organisation at once. A test compares the two.
 */
export function scopeOfReadiness(viewer: PlacedViewer): ReadinessScope {
  const nowhere: Place = { path: [], kind: '', regionCode: null };
  if (decide(viewer, 'readReadiness', nowhere).allowed) return null;
  const isReader = viewer.kind === 'officer' && viewer.accountId !== undefined && !viewer.apiKey;
  const posts = isReader ? viewer.posts : [];
  const codesOf = (selected: readonly PlacedPost[]) => selected.flatMap(({ regionCode }) => regionCode ?? []);
  return {
    governmentIds: posts.filter(({ role }) => rolesOfReadiness.includes(role)).map(({ path }) => path[0]!),
    provinceCodes: codesOf(
      posts.filter(({ role, organisationId }) => role === 'OMBUDSMAN' && isOmbudsmanOffice(organisationId)),
    ).flatMap((code) => provincesOfOmbudsmanOffice(code)),
    supervisedProvinceCodes: codesOf(
      posts.filter(({ role, kind }) => ['AGENCY_ADMIN', 'AGENCY_HEAD'].includes(role) && kind === 'PROVINCE'),
    ),
  };
}

/** As `decide`, for where only yes or no counts. */
export const may = <Name extends Action>(
  viewer: PlacedViewer,
  action: Name,
  subject: SubjectOf[Name],
): boolean => decide(viewer, action, subject).allowed;
