import { mayAddUnits, readsAudit, readsReadiness, readsTemplates } from './organisation-authority.ts';
import { knowsOfficer, mayManageOfficer } from './officers.ts';
import {
  holds,
  holdsAlsoByKey,
  isKey,
  isNationalDesk,
  type Person,
  type PersonName,
  FOLLOWER,
  FILTER_KEEPER,
  WHO_TOOK_BACK,
} from './people.ts';
import { pathOf, type Place } from './places.ts';
import {
  handles,
  handlesOrStandsIn,
  isReporter,
  mayApprove,
  OPEN,
  reads,
  readsNotes,
  WITH_AN_AGENCY,
  ordersWork,
  worksInField,
} from './report-authority.ts';
import { followsProgrammes, hasCase, managesProgrammes, OVERSEEN, readsCase } from './oversight.ts';
import { FOLLOWED, report as reportNamed, type ReportFacts, type ReportName } from './reports.ts';
import { onAnything, onOfficer, onPlace, onReport, type Rule } from './verdicts.ts';

/** Whom notes on a report name; those who cannot be named there are not among them. */
export const MENTIONED: Partial<Record<ReportName, readonly PersonName[]>> = {
  'with the unit': ['liaison officer of the unit', 'head of the city', 'national admin', 'KSP monitor'],
  'confidential, with the unit': ['admin of the unit', 'national admin'],
};

/** A report with an answer that waits for approval. */
const WITH_PROPOSAL = 'held back, of another agency' satisfies ReportName;

const mayWrite = (viewer: Person): boolean => !isKey(viewer) || viewer.scopes.includes('graph:write');

const everybody = onAnything(() => true);

/** Who works on it, and the head who sees the load; never a field officer. Each in the own inbox. */
const seesInInbox = (viewer: Person, report: ReportFacts): boolean =>
  handles(viewer, report) ||
  report.handlers.some((handler) =>
    holds(viewer, 'AGENCY_HEAD', (place) =>
      report.isConfidential ? place === handler : pathOf(handler).includes(place),
    ),
  );
const worksAt = (viewer: Person, inbox: Place): boolean =>
  (['AGENCY_ADMIN', 'LIAISON_OFFICER', 'AGENCY_HEAD'] as const).some((role) =>
    (isKey(viewer) && !viewer.scopes.includes('reports:read') ? holds : holdsAlsoByKey)(
      viewer,
      role,
      (place) => place === inbox,
    ),
  );

/** Every field of Query, and who gets something from it. A field without an entry fails, and so does an entry without a field. */
export const QUERIES: Record<string, Rule<boolean>> = {
  // ---- reports. "Public: read published reports and open statistics."
  report: onReport(reads),
  publicReports: onReport((_viewer, report) => report.isPublished),
  similarReports: onReport((_viewer, report) => report.isPublished && OPEN.includes(report.state)),
  categories: everybody,
  category: everybody,
  suggestRouting: everybody,
  // Each officer's own.
  savedFilters: onAnything((_viewer, name) => name === FILTER_KEEPER),
  viewerPendingChanges: onAnything((_viewer, name) => name === WHO_TOOK_BACK),
  myFollowing: onReport((_viewer, _facts, report, name) => name === FOLLOWER && report === FOLLOWED),
  // "Every figure drills down to its reports": whoever sees all figures, and of the reports those that this person reads anyway. Never a key.
  countedReports: onReport(
    (viewer, report) =>
      !isKey(viewer) &&
      (['NATIONAL_ADMIN', 'KSP_MONITOR', 'OMBUDSMAN', 'ANALYST'] as const).some((role) =>
        holds(viewer, role),
      ) &&
      reads(viewer, report),
  ),
  // Of published reports alone.
  reportClusters: everybody,
  // Counted from what everybody reads.
  reportFacets: everybody,
  myReports: onReport(
    (viewer, report) =>
      viewer.is === 'citizen' && viewer.reporter !== null && viewer.reporter === report.filedBy,
  ),
  inbox: onReport(seesInInbox),
  // An inbox is opened by those who work there; what an admin above oversees is in the inbox of that level.
  inboxCounters: onPlace(worksAt, ['city', 'unit', 'other city', "other city's unit"]),
  // "The first queue is the national desk."
  verificationQueue: onReport((viewer, report) => report.state === 'SUBMITTED' && isNationalDesk(viewer)),
  verificationQueueCount: onAnything(isNationalDesk),
  // "Throughput and waiting time visible": each of the desk sees the own day.
  deskDay: onAnything(isNationalDesk),
  // "A hold, with queue": passed on, not confidential and yet not public.
  heldReports: onReport(
    (viewer, report) =>
      isNationalDesk(viewer) && report.handlers.length > 0 && !report.isPublished && !report.isConfidential,
  ),
  // "Public moderation log (what, which rule, how many)."
  moderationLog: everybody,
  moderationCounts: everybody,
  // "All for the national desk, the own subtree for agency admins and heads" – and nothing of a confidential report but from its own unit.
  // Of the time in which they had a report they keep the entries.
  reportAuditEntries: onReport(
    (viewer, report) =>
      isNationalDesk(viewer) ||
      [...report.handlers, ...(report.returnedBy ? [report.returnedBy] : [])].some((handler) =>
        (['AGENCY_ADMIN', 'AGENCY_HEAD'] as const).some((role) =>
          holds(viewer, role, (place) =>
            report.isConfidential ? place === handler : pathOf(handler).includes(place),
          ),
        ),
      ),
  ),
  // "Those of an organisation at which the viewer works", or of the national desk where it stands in.
  stoodInReports: onReport((viewer, { standIn }) =>
    standIn === 'national desk' ? isNationalDesk(viewer) : standIn !== undefined && worksAt(viewer, standIn),
  ),

  // "Grouped for the verifier".
  junkGroups: onAnything(isNationalDesk),
  // Whose mails they are.
  notificationSettings: onReport(isReporter),
  // "Delivery state visible to the reporter's page", and to who works on it.
  reportMessages: onReport((viewer, report) => isReporter(viewer, report) || readsNotes(viewer, report)),
  // Nobody is refused the way past a limit.
  filingChallenge: everybody,

  // Every place of the matrix's city has templates of the city.
  // Besides those of the place there is one for every agency, which is the national desk's.
  answerTemplates: onPlace(
    (viewer, place) => isNationalDesk(viewer) || readsTemplates(viewer, place),
    ['city', 'unit', 'unit below', 'sibling unit'],
  ),
  // Known to whom templates are.
  answerApproval: onPlace(readsTemplates, ['city', 'unit', 'unit below', 'other city']),
  // For whoever may decide (world/reports.ts says of which report one waits).
  answersToApprove: onReport(
    (viewer, facts, report) => report === WITH_PROPOSAL && mayApprove(viewer, facts),
  ),
  // The city's template, for whoever answers a report by a post within the city.
  renderAnswerTemplate: onReport(
    (viewer, report) =>
      handlesOrStandsIn(viewer, report) &&
      mayWrite(viewer) &&
      report.handlers.some((handler) => pathOf(handler).includes('city')),
  ),
  // What it foretells is what `applyBulk` does: here of an acknowledgement.
  previewBulk: onReport(
    (viewer, report) =>
      !isKey(viewer) && handlesOrStandsIn(viewer, report) && WITH_AN_AGENCY.includes(report.state),
  ),
  workOrder: {
    ...onReport(
      (viewer, report) =>
        ordersWork(viewer, report, report.handlers[0]) ||
        worksInField(viewer, report.handlers[0]) ||
        viewer.workOrder === true,
    ),
    only: ['with the unit', 'confidential, with the unit', 'of another agency'],
  },
  myWorkOrders: {
    ...onReport((viewer, report) => worksInField(viewer, report.handlers[0])),
    only: ['with the unit', 'confidential, with the unit', 'of another agency'],
  },
  // Whoever is mentioned, as long as notes of that report are open to them (world/reports.ts says who is).
  mentions: onReport(
    (viewer, report, reportName, name) =>
      readsNotes(viewer, report) && (MENTIONED[reportName] ?? []).includes(name),
  ),

  // ---- sla
  holidays: everybody,
  // The numbers of the regulation.
  policies: everybody,
  // "National admin: configure." People, never a key.
  calendarVersions: onAnything(isNationalDesk),
  previewCalendarChange: onAnything(isNationalDesk),
  recalculation: onAnything(isNationalDesk),
  retentionRules: onAnything(isNationalDesk),
  retentionRuns: onAnything(isNationalDesk),
  previewRetentionChange: onAnything(isNationalDesk),
  categorySettings: onAnything(isNationalDesk),
  categoryImports: onAnything(isNationalDesk),
  organisationImports: onAnything(isNationalDesk),
  referenceSources: onAnything(isNationalDesk),
  // Handlers at the organisation and above it in its government; national desk, Ombudsman, KSP. People, never a key.
  warnings: onPlace(
    (viewer, place) =>
      isNationalDesk(viewer) ||
      holds(viewer, 'OMBUDSMAN') ||
      holds(viewer, 'KSP_MONITOR') ||
      (['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'] as const).some((role) =>
        holds(viewer, role, (above) => pathOf(place).includes(above)),
      ),
  ),
  deadlinePreview: everybody,
  // "Oversees escalated reports"; who handles them, who watches.
  oversightCases: onReport((viewer, facts, report) => hasCase(report) && readsCase(viewer, facts)),
  oversightCase: onReport((viewer, facts) => readsCase(viewer, facts), OVERSEEN),
  oversightCounts: onAnything(
    (viewer) => isNationalDesk(viewer) || OVERSEEN.some((report) => readsCase(viewer, reportNamed(report))),
  ),
  // No clarification was missed in the matrix: who reads which letter is tried in services/sla/tests/letters.test.ts.
  oversightLetters: onAnything(() => false),
  priorityProgrammes: onAnything(followsProgrammes),
  // Every report of the matrix fits the rule; it was written when some had ended, and those are not looked through.
  programmeReports: onReport(
    (viewer, facts) =>
      OPEN.includes(facts.state) &&
      (isNationalDesk(viewer) || (managesProgrammes(viewer) && !facts.isConfidential)),
  ),
  publicStatistics: everybody,
  // "KSP: all statistics", "analyst: aggregates", also by key; the national desk; the Ombudsman with all offices.
  nationalOverview: onAnything(
    (viewer) =>
      isNationalDesk(viewer) ||
      holds(viewer, 'KSP_MONITOR') ||
      holds(viewer, 'OMBUDSMAN') ||
      holdsAlsoByKey(viewer, 'ANALYST'),
  ),
  // Statistics are open; how fine, and whether confidential reports and small numbers are in them, is tried in services/sla/tests.
  reportFigures: everybody,
  activityFigures: everybody,
  archiveFigures: everybody,
  openFigures: everybody,
  // What a unit carries is known within its government, to whoever sees all, and to analysts.
  unitLoads: onPlace(
    (viewer, place) =>
      isNationalDesk(viewer) ||
      holds(viewer, 'OMBUDSMAN') ||
      holds(viewer, 'KSP_MONITOR') ||
      holdsAlsoByKey(viewer, 'ANALYST') ||
      (['AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER'] as const).some((role) =>
        holds(viewer, role, (above) => pathOf(place).includes(above)),
      ),
  ),
  hopFigures: everybody,
  // What it may tell is tried in services/sla/tests/confidential-figures.test.ts.
  confidentialReportFigures: everybody,
  burstFigures: onAnything(
    (viewer) =>
      isNationalDesk(viewer) ||
      holds(viewer, 'KSP_MONITOR') ||
      holds(viewer, 'OMBUDSMAN') ||
      holdsAlsoByKey(viewer, 'ANALYST'),
  ),

  // ---- organisations. The tree, the regions and the map of categories are open data.
  organisation: onPlace(() => true),
  organisations: onPlace(() => true),
  region: everybody,
  regions: everybody,
  regionOfPoint: everybody,
  routeRules: everybody,
  categoryRoutes: everybody,
  unitKeys: everybody,
  adoption: everybody,
  adoptionTrend: everybody,
  previewUnits: onPlace(mayAddUnits),
  viewerOfficer: onAnything((viewer) => viewer.is === 'officer' || viewer.is === 'enrolling'),
  officers: onOfficer(
    (viewer, officer, name) => knowsOfficer(name, viewer, officer) || mayManageOfficer(viewer, officer),
  ),
  officer: onOfficer(
    (viewer, officer, name) => knowsOfficer(name, viewer, officer) || mayManageOfficer(viewer, officer),
  ),
  readinessList: onPlace(readsReadiness),
  auditEntries: onPlace(readsAudit),
};
