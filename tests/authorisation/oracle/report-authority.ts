import type { PostRole } from '@lapor/viewer';
import { holds, holdsAlsoByKey, isKey, isNationalDesk, type Person } from './people.ts';
import { pathOf, type Place } from './places.ts';
import type { ReportFacts, State } from './reports.ts';

/*
 * Who stands how to a report: domain.md ("People", "A report", "States") and decisions 8 to 10, for stand-ins and hand-overs the
 * part of domain.md on organisations that are not connected. Written from these, not from the code. Silent means no.
 */

/** "An officer's authority reaches the organisation's subtree – except for confidential reports, which only the handling organisation itself reads." */
const reaches = (viewer: Person, report: ReportFacts, handler: Place, roles: readonly PostRole[]): boolean =>
  // A key of an agency's system reads as its liaison officer, when it may read reports at all.
  (!isKey(viewer) || viewer.scopes.includes('reports:read')) &&
  roles.some((role) =>
    holdsAlsoByKey(viewer, role, (place) =>
      report.isConfidential ? place === handler : pathOf(handler).includes(place),
    ),
  );

const HANDLING = ['AGENCY_ADMIN', 'LIAISON_OFFICER'] as const;

export const isReporter = (viewer: Person, report: ReportFacts): boolean =>
  // With the code anybody is the reporter, whichever way the report was filed.
  viewer.reporter === 'code' || (viewer.reporter !== null && viewer.reporter === report.filedBy);

/** The national desk stands in where no staffed ancestor can. */
const standsIn = (viewer: Person, report: ReportFacts): boolean =>
  report.standIn === 'national desk' && isNationalDesk(viewer);

/** Agency admin or liaison officer of a unit that handles it. */
export const handles = (viewer: Person, report: ReportFacts): boolean =>
  report.handlers.some((handler) => reaches(viewer, report, handler, HANDLING));
/** The same of the lead, who gives the public answer. */
export const leads = (viewer: Person, report: ReportFacts): boolean =>
  report.handlers.slice(0, 1).some((handler) => reaches(viewer, report, handler, HANDLING));
/** "A stand-in answers for it": as the lead it stands in for. */
export const leadsOrStandsIn = (viewer: Person, report: ReportFacts): boolean =>
  leads(viewer, report) || standsIn(viewer, report);
export const handlesOrStandsIn = (viewer: Person, report: ReportFacts): boolean =>
  handles(viewer, report) || standsIn(viewer, report);

/** The link leads to the head of the handling organisation, of this report only, while it is handed over. */
export const answersByHandOver = (viewer: Person, report: ReportFacts): boolean =>
  viewer.handOver === 'this' && report.standIn !== undefined;

/** "KSP (all)", "regional Ombudsman (by region)": supervision reads what is not confidential. Keys supervise nothing. */
const supervises = (viewer: Person, report: ReportFacts): boolean =>
  !report.isConfidential &&
  (holds(viewer, 'KSP_MONITOR') ||
    holds(viewer, 'OMBUDSMAN', (place) => place === 'Ombudsman') ||
    // By the place of the report, and all reports of the matrix are of the province.
    holds(viewer, 'OMBUDSMAN', (place) => place === 'Ombudsman of the province'));

/** Reads it even when it is not published. */
export const isParty = (viewer: Person, report: ReportFacts): boolean =>
  isReporter(viewer, report) ||
  isNationalDesk(viewer) ||
  handles(viewer, report) ||
  // The head of the handling organisation belongs to it; the head above sees the agency's load, secrets apart.
  report.handlers.some((handler) => reaches(viewer, report, handler, ['AGENCY_HEAD'])) ||
  answersByHandOver(viewer, report) ||
  supervises(viewer, report);

export const reads = (viewer: Person, report: ReportFacts): boolean =>
  report.isPublished || isParty(viewer, report);

/** Officers who read it beyond the public: to them internal notes and colleagues' names are open. */
export const readsInternally = (viewer: Person, report: ReportFacts): boolean =>
  isParty(viewer, report) && !isReporter(viewer, report);

/** "Never visible outside": officers who handle, keep or supervise it; neither the reporter nor whoever came by a link. */
export const readsNotes = (viewer: Person, report: ReportFacts): boolean =>
  readsInternally(viewer, report) && !answersByHandOver(viewer, report);

/** Whoever answers by a post may begin to: a draft is a person's, not a key's or a link's. */
export const draftsAnswer = (viewer: Person, report: ReportFacts): boolean =>
  !isKey(viewer) && handlesOrStandsIn(viewer, report);

/** "By agency admin or head above the author": of the unit and above it, of a confidential report at the unit alone; people. */
export const mayApprove = (viewer: Person, report: ReportFacts): boolean =>
  !isKey(viewer) &&
  report.handlers.some((handler) => reaches(viewer, report, handler, ['AGENCY_ADMIN', 'AGENCY_HEAD']));

/** "By handlers": of one unit, by a post that reaches it; people. */
export const ordersWork = (viewer: Person, report: ReportFacts, unit: Place | undefined): boolean =>
  unit !== undefined &&
  !isKey(viewer) &&
  ((report.handlers.includes(unit) && reaches(viewer, report, unit, HANDLING)) || standsIn(viewer, report));
/** "Field officer: sees a work order (place and task, never the narrative)": of the own unit. */
export const worksInField = (viewer: Person, unit: Place | undefined): boolean =>
  unit !== undefined && holds(viewer, 'FIELD_OFFICER', (place) => place === unit);

/** "Anonymous: the national desk only"; an agency by a reveal with a reason; never by key, never by link. */
export const mayRevealIdentity = (viewer: Person, report: ReportFacts): boolean =>
  isNationalDesk(viewer) || (!isKey(viewer) && !report.isAnonymous && handles(viewer, report));

/** A document of an anonymous reporter may name its author. */
export const readsDocuments = (viewer: Person, report: ReportFacts): boolean =>
  isParty(viewer, report) && (!report.isAnonymous || isReporter(viewer, report) || isNationalDesk(viewer));

/** "Saya juga mengalami": a person, a published report, not the own one. */
export const maySupport = (viewer: Person, report: ReportFacts): boolean =>
  !isKey(viewer) && report.isPublished && !isReporter(viewer, report);

/** An end to the secret link, a new one or its letter: whoever answers for the lead as its stand-in, and the national desk. */
export const mayHandOver = (viewer: Person, report: ReportFacts): boolean =>
  report.standIn !== undefined && !isKey(viewer) && (isNationalDesk(viewer) || leads(viewer, report));

export const OPEN: readonly State[] = ['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS'];
export const WITH_AN_AGENCY: readonly State[] = ['DISPOSED', 'IN_PROGRESS'];
/** "A sent answer can be corrected", also when the reporter said meanwhile that it is settled. */
export const CORRECTABLE_IN: readonly State[] = [...WITH_AN_AGENCY, 'COMPLETED'];
export const ANY: readonly State[] = [...OPEN, 'COMPLETED', 'ARCHIVED'];
