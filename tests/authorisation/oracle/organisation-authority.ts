import type { PostRole } from '@lapor/viewer';
import { holds, holdsAlsoByKey, isKey, isNationalDesk, type Person } from './people.ts';
import { isBelow, isInTheProvince, isOfRegencyOrCity, pathOf, rootOf, type Place } from './places.ts';

/*
 * Who may do what with organisations and officers: the table of authority agreed for this subgraph, domain.md (People,
 * Organisations) and decision 8. "With an API key nobody manages anything", and knows nobody either: silent means no.
 */

const adminOf = (viewer: Person, at: (place: Place) => boolean): boolean => holds(viewer, 'AGENCY_ADMIN', at);
/** An agency admin whose organisation is the subject or above it in its government. */
const adminOnPath = (viewer: Person, subject: Place): boolean =>
  adminOf(viewer, (place) => pathOf(subject).includes(place));
const adminAbove = (viewer: Person, subject: Place): boolean =>
  adminOf(viewer, (place) => isBelow(subject, place));

/** An officer who works in the subject's government or K/L, in one of the roles if they are named. */
const worksInGovernment = (viewer: Person, subject: Place, roles?: readonly PostRole[]): boolean =>
  !isKey(viewer) &&
  viewer.posts.some(({ role, at }) => rootOf(at) === rootOf(subject) && (!roles || roles.includes(role)));

/** An Ombudsman's office that supervises the subject: the central one everything, a regional one the governments of its province. */
const ombudsmanOver = (viewer: Person, subject: Place): boolean =>
  holds(
    viewer,
    'OMBUDSMAN',
    (place) => place === 'Ombudsman' || (place === 'Ombudsman of the province' && isInTheProvince(subject)),
  );

export const mayRestructure = (viewer: Person, subject: Place): boolean =>
  isNationalDesk(viewer) || adminAbove(viewer, subject);
export const mayAddUnits = (viewer: Person, parent: Place): boolean =>
  isNationalDesk(viewer) || adminOnPath(viewer, parent);
export const mayAddRoots = isNationalDesk;
export const mayEdit = (viewer: Person, subject: Place): boolean =>
  isNationalDesk(viewer) || adminOnPath(viewer, subject);
export const readsHeadContact = (viewer: Person, subject: Place): boolean =>
  mayEdit(viewer, subject) || worksInGovernment(viewer, subject);
export const readsChanges = (viewer: Person, subject: Place): boolean =>
  isNationalDesk(viewer) ||
  worksInGovernment(viewer, subject) ||
  holds(viewer, 'OMBUDSMAN') ||
  holds(viewer, 'KSP_MONITOR');
export const maySetDirectVerification = isNationalDesk;
export const mayRouteNationally = isNationalDesk;

export const mayManagePost = (viewer: Person, role: PostRole, at: Place): boolean =>
  isNationalDesk(viewer) ||
  (role === 'AGENCY_ADMIN'
    ? adminAbove(viewer, at)
    : ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_HEAD'].includes(role) && adminOnPath(viewer, at));

const PROVINCE = ['AGENCY_ADMIN', 'AGENCY_HEAD'] as const;
export const readsReadiness = (viewer: Person, subject: Place): boolean =>
  isNationalDesk(viewer) ||
  holds(viewer, 'KSP_MONITOR') ||
  ombudsmanOver(viewer, subject) ||
  worksInGovernment(viewer, subject, ['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER']) ||
  (isOfRegencyOrCity(subject) &&
    PROVINCE.some((role) => holds(viewer, role, (place) => place === 'province')));
/** What an agency says of itself; nobody says it for it. */
export const mayDeclareReadiness = (viewer: Person, subject: Place): boolean =>
  adminOnPath(viewer, subject) || holds(viewer, 'LIAISON_OFFICER', (place) => place === subject);
export const mayRecordVisit = ombudsmanOver;
export const readsAudit = (viewer: Person, subject: Place): boolean =>
  isNationalDesk(viewer) ||
  PROVINCE.some((role) => holds(viewer, role, (place) => pathOf(subject).includes(place)));

/** "Owner an organisation (admins of it)": those at it and above, people. */
export const mayManageTemplates = (viewer: Person, place: Place): boolean =>
  holds(viewer, 'AGENCY_ADMIN', (at) => pathOf(place).includes(at));
/** "Readable in the subtree": whoever works at the unit or above it, as in its inbox. */
export const readsTemplates = (viewer: Person, place: Place): boolean =>
  (!isKey(viewer) || viewer.scopes.includes('reports:read')) &&
  (['AGENCY_ADMIN', 'LIAISON_OFFICER', 'AGENCY_HEAD'] as const).some((role) =>
    holdsAlsoByKey(viewer, role, (at) => pathOf(place).includes(at)),
  );
