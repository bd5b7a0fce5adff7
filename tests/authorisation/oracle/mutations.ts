import type { PostRole } from '@lapor/viewer';
import {
  mayAddRoots,
  mayAddUnits,
  mayDeclareReadiness,
  mayEdit,
  mayManagePost,
  mayManageTemplates,
  mayRecordVisit,
  mayRestructure,
  mayRouteNationally,
  maySetDirectVerification,
} from './organisation-authority.ts';
import { isSelf, mayManageOfficer, OFFICER_NAMES, officerFacts, type OfficerFacts } from './officers.ts';
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
import { FORMER_PLACES, isRoot, pathOf, type Place } from './places.ts';
import {
  ANY,
  answersByHandOver,
  draftsAnswer,
  handles,
  handlesOrStandsIn,
  isReporter,
  leadsOrStandsIn,
  mayHandOver,
  mayRevealIdentity,
  mayApprove,
  maySupport,
  OPEN,
  ordersWork,
  readsNotes,
  worksInField,
  WITH_AN_AGENCY,
} from './report-authority.ts';
import {
  answersOmbudsman,
  hasCase,
  managesProgrammes,
  opensOversight,
  OVERSEEN,
  worksOnCase,
  writesInCase,
} from './oversight.ts';
import {
  FOLLOWED,
  report as reportNamed,
  REPORT_NAMES,
  type ReportFacts,
  type State,
  type ReportName,
} from './reports.ts';
import { onAnything, onOfficer, onPlace, onReport, type MutationVerdict, type Rule } from './verdicts.ts';

type Allows<Subject> = (viewer: Person, subject: Subject) => boolean;

/** Whoever may not does not learn that there is something. */
const ifAllowed =
  <Subject>(may: Allows<Subject>, then: (subject: Subject) => MutationVerdict = () => 'DONE') =>
  (viewer: Person, subject: Subject): MutationVerdict =>
    may(viewer, subject) ? then(subject) : 'NOT_FOUND';

/** A row of the state table: who, from which states. */
const change = (
  may: Allows<ReportFacts>,
  from: readonly State[],
  also: (report: ReportFacts) => boolean = () => true,
): Rule<MutationVerdict> =>
  onReport(ifAllowed(may, (report) => (from.includes(report.state) && also(report) ? 'DONE' : 'REFUSED')));

/** Reports with a work order, for the field of their lead. */
const ORDERED: readonly ReportName[] = ['with the unit', 'confidential, with the unit', 'of another agency'];
/** Where an answer was taken back. */
const TAKEN_BACK = 'with the unit' satisfies ReportName;
const PROPOSED = 'held back, of another agency' satisfies ReportName;
/** Whoever gave it, is to go, or has its link. */
export const worksOnOrder = (viewer: Person, report: ReportFacts): boolean =>
  ordersWork(viewer, report, report.handlers[0]) ||
  worksInField(viewer, report.handlers[0]) ||
  viewer.workOrder === true;

/** Signed in with both factors, and a post in force. */
const isInOffice = (viewer: Person): boolean => viewer.is === 'officer' && viewer.posts.length > 0;
const national: Allows<ReportFacts> = isNationalDesk;
const covers: Allows<ReportFacts> = (viewer, report) =>
  isNationalDesk(viewer) || leadsOrStandsIn(viewer, report);
const coversFreely = (viewer: Person, report: ReportFacts): MutationVerdict => {
  if (isNationalDesk(viewer)) return 'DONE';
  return covers(viewer, report) ? 'REFUSED' : 'NOT_FOUND';
};
const answer = change(
  (viewer, report) => handlesOrStandsIn(viewer, report) || answersByHandOver(viewer, report),
  WITH_AN_AGENCY,
);
/** Passed on, and yet not public: the handed-over one is held back too. */
const REPORTS_WITH_PHOTO = REPORT_NAMES.filter((name) => reportNamed(name).handlers.length > 0);
const isHeldBack = ({ handlers, isPublished, isConfidential }: ReportFacts): boolean =>
  handlers.length > 0 && !isPublished && !isConfidential;
const changeHandlers = onReport((viewer: Person, report: ReportFacts): MutationVerdict => {
  if (!isNationalDesk(viewer) && !leadsOrStandsIn(viewer, report)) return 'NOT_FOUND';
  return WITH_AN_AGENCY.includes(report.state) ? 'DONE' : 'REFUSED';
});
const anyone = onAnything((): MutationVerdict => 'DONE');
const configures = onAnything((viewer): MutationVerdict => (isNationalDesk(viewer) ? 'DONE' : 'NOT_FOUND'));

const unlessGovernment = (place: Place): MutationVerdict =>
  isRoot(place) && place !== 'ministry' ? 'REFUSED' : 'DONE';
const onlyRoots = (may: Allows<Place>) =>
  onPlace(ifAllowed(may, (place) => (isRoot(place) ? 'DONE' : 'REFUSED')));
const managing = (role: PostRole, only?: readonly Place[]) =>
  onPlace(
    ifAllowed((viewer, place) => mayManagePost(viewer, role, place)),
    only,
  );
/** The first post of the officer is the one that is ended or delegated. */
const managesFirstPost = (viewer: Person, { posts: [first] }: OfficerFacts): boolean =>
  first !== undefined && mayManagePost(viewer, first.role, first.at);
/** Nobody does it to oneself, and is told so: that one exists is no secret to oneself. */
const onOthers = (also: (officer: OfficerFacts) => boolean = () => true) =>
  onOfficer((viewer: Person, officer: OfficerFacts, name: PersonName): MutationVerdict =>
    isSelf(name, officer)
      ? 'REFUSED'
      : !mayManageOfficer(viewer, officer)
        ? 'NOT_FOUND'
        : also(officer)
          ? 'DONE'
          : 'REFUSED',
  );
const ownOrManaged = (viewer: Person, officer: OfficerFacts, name: PersonName): MutationVerdict =>
  isSelf(name, officer) || managesFirstPost(viewer, officer) ? 'DONE' : 'NOT_FOUND';
const WITH_DELEGATIONS = OFFICER_NAMES.filter((name) => !officerFacts(name).isSuspended);

const filesOnBehalf = (viewer: Person): boolean =>
  (['NATIONAL_ADMIN', 'AGENCY_ADMIN', 'LIAISON_OFFICER'] as const).some((role) => holds(viewer, role));

/** "Liaison officer: dispose one level down" – from a unit below the own organisation that is two, but for whoever stands in for it. */
const reachesTwoLevelsDown = (viewer: Person, { handlers: [lead], standIn }: ReportFacts): boolean =>
  isNationalDesk(viewer) ||
  holds(viewer, 'AGENCY_ADMIN', (place) => lead !== undefined && pathOf(lead).includes(place)) ||
  holdsAlsoByKey(viewer, 'LIAISON_OFFICER', (place) => place === lead || place === standIn);

const ofCase = (may: Allows<ReportFacts>, then: MutationVerdict = 'DONE') =>
  onReport(
    ifAllowed(may, () => then),
    OVERSEEN,
  );

/**
 * Every field of Mutation, one entry for each way of calling it that has a rule of its own. A field without an entry fails, and so
 * does an entry without a field.
 */
export const MUTATIONS: Record<string, Record<string, Rule<MutationVerdict>>> = {
  // ---- sla: "national admin: configure"
  saveHoliday: { '': configures },
  removeHoliday: { '': configures },
  importHolidays: { '': configures, 'dry run': configures },
  savePolicy: { '': configures },
  // Every clock of the world has the policy in force already.
  migrateRunningClocks: {
    '': onAnything((viewer) => (isNationalDesk(viewer) ? 'REFUSED' : 'NOT_FOUND')),
  },
  // ---- reports: "national admin: configure"
  changeRetention: { '': configures },
  changeCategory: { '': configures },
  // ---- reports: the state table of domain.md, row by row
  submitReport: {
    '': anyone,
    // "Officer enters a paper or counter report": people who work with reports, never a key.
    'on behalf': onAnything((viewer) => (filesOnBehalf(viewer) ? 'DONE' : 'NOT_FOUND')),
  },
  // Only whoever has an account has something to add it to.
  claimReport: {
    '': onAnything((viewer) => (viewer.is === 'citizen' ? 'DONE' : 'NOT_FOUND')),
    'with a wrong code': onAnything(() => 'NOT_FOUND'),
  },
  // "Junk grouped for the verifier": the desk's, as archiving is.
  archiveJunkGroup: { '': onAnything((viewer) => (isNationalDesk(viewer) ? 'DONE' : 'NOT_FOUND')) },
  releaseFromJunk: { '': onReport(ifAllowed(national)) },
  // The same answer to everybody, whatever there is.
  requestNewAccessCode: { '': anyone },
  renewAccessCode: { '': anyone, 'with a wrong token': onAnything(() => 'NOT_FOUND') },
  openReport: { '': anyone, 'with a wrong code': onAnything(() => 'NOT_FOUND') },
  // The link is for a person: a system that holds a key has no use for it.
  openHandOver: {
    '': onAnything((viewer) => (isKey(viewer) ? 'NOT_FOUND' : 'DONE')),
    'with a wrong token': onAnything(() => 'NOT_FOUND'),
  },
  verifyReport: { '': change(national, ['SUBMITTED']) },
  postponeReport: { '': change(national, ['SUBMITTED']) },
  archiveReport: { '': change(national, ['SUBMITTED', 'POSTPONED']) },
  reclassifyReport: { '': change(national, OPEN) },
  disposeReport: {
    '': onReport((viewer, report) => {
      if (!leadsOrStandsIn(viewer, report)) return 'NOT_FOUND';
      return WITH_AN_AGENCY.includes(report.state) && reachesTwoLevelsDown(viewer, report)
        ? 'DONE'
        : 'REFUSED';
    }),
  },
  // "One lead, and co-handlers": the national desk among all, who leads among the units below the own.
  assignCoHandlers: { '': changeHandlers },
  changeLead: { '': changeHandlers },
  // Who only helps gives the own part back.
  returnReport: { '': change(handlesOrStandsIn, WITH_AN_AGENCY) },
  // The holder of a hand-over answers "in all four kinds, nothing else".
  answerReport: {
    ACKNOWLEDGEMENT: answer,
    RESULT: answer,
    // The kind decides nothing else: these two are tried where all kinds of handlers meet.
    PLAN: { ...answer, only: ['with the unit', 'handed over'] },
    OBSTACLE: { ...answer, only: ['with the unit', 'handed over'] },
  },
  // "Corrected by the acting organisation": the answer that is tried is the unit's own.
  correctAnswer: {
    '': {
      ...onReport((viewer, report) => {
        if (!handlesOrStandsIn(viewer, report)) return 'NOT_FOUND';
        return holdsAlsoByKey(viewer, 'LIAISON_OFFICER', (place) => place === 'unit') ||
          holdsAlsoByKey(viewer, 'AGENCY_ADMIN', (place) => place === 'unit')
          ? 'DONE'
          : 'REFUSED';
      }),
      only: ['answered by the unit', 'completed', 'filed without account'],
    },
  },
  // "A stand-in answers for it": whatever belongs to answering.
  requestInformation: { '': change(handlesOrStandsIn, WITH_AN_AGENCY) },
  proposeClosing: { '': change(leadsOrStandsIn, ['IN_PROGRESS']) },
  closeReport: { '': change(national, ['IN_PROGRESS']) },
  // "Officers may add them at any time, only the reporter may remove them."
  flagReport: { '': change((viewer, report) => isNationalDesk(viewer) || handles(viewer, report), ANY) },
  removeFlag: { '': change(isReporter, ANY, (report) => report.isAnonymous || report.isConfidential) },
  revealIdentity: { '': change(mayRevealIdentity, ANY) },
  completeReportData: { '': change(isReporter, ['POSTPONED']) },
  replyToReport: {
    '': change((viewer, report) => isReporter(viewer, report) || isNationalDesk(viewer), WITH_AN_AGENCY),
  },
  confirmReport: { '': change(isReporter, ['IN_PROGRESS']) },
  disputeReport: { '': change(isReporter, ['COMPLETED']) },
  rateReport: {
    well: change(isReporter, ['COMPLETED']),
    badly: { ...change(isReporter, ['COMPLETED']), only: ['completed'] },
  },
  withdrawReport: { '': change(isReporter, OPEN) },
  appealArchive: { '': change(isReporter, ['ARCHIVED']) },
  supportReport: { '': onReport(ifAllowed(maySupport)) },
  // Whoever never said it takes nothing back, and hears no more than whoever did.
  withdrawSupport: { '': onReport(ifAllowed(maySupport)) },
  // "Only accounts", and of citizens: an officer has an inbox. What can be supported can be followed.
  followReport: {
    '': onReport(ifAllowed((viewer, report) => viewer.is === 'citizen' && maySupport(viewer, report))),
  },
  unfollowReport: {
    '': onReport((_viewer, _facts, report, name) =>
      name === FOLLOWER && report === FOLLOWED ? 'DONE' : 'NOT_FOUND',
    ),
  },
  followArea: { '': onAnything((viewer) => (viewer.is === 'citizen' ? 'DONE' : 'NOT_FOUND')) },
  unfollow: { '': onAnything((_viewer, name) => (name === FOLLOWER ? 'DONE' : 'NOT_FOUND')) },
  // Each officer's own.
  saveFilter: {
    '': onAnything((viewer) => (viewer.is === 'officer' && viewer.posts.length > 0 ? 'DONE' : 'NOT_FOUND')),
  },
  deleteFilter: { '': onAnything((_viewer, name) => (name === FILTER_KEEPER ? 'DONE' : 'NOT_FOUND')) },
  // "An agency may write to the reporter without knowing who it is": whoever works with it, and the desk; never by link.
  writeToReporter: {
    '': change((viewer, report) => isNationalDesk(viewer) || handlesOrStandsIn(viewer, report), OPEN),
  },
  replyPrivately: { '': change(isReporter, OPEN) },
  exportOwnData: {
    '': onReport(ifAllowed(isReporter)),
    // Of everything that the account filed: whoever has filed something with one.
    'of the account': onAnything((viewer) =>
      viewer.is === 'citizen' && viewer.reporter !== null ? 'DONE' : 'NOT_FOUND',
    ),
  },
  eraseOwnData: { '': onReport(ifAllowed(isReporter)) },
  setNotificationSettings: { '': onReport(ifAllowed(isReporter)) },
  // "A hold is the national desk's alone." What is confidential or held already has nothing to hold back.
  // "Any open: link as duplicate of a master … admin." What has ended is not linked.
  markDuplicate: { '': change(national, OPEN) },
  // None of the reports of the matrix is a duplicate but the one that is archived for the other.
  unmarkDuplicate: { '': change(national, [], () => false) },
  withholdReport: {
    '': change(national, ANY, (report) => !report.isConfidential && !isHeldBack(report)),
  },
  releaseReport: {
    '': change(
      national,
      ['DISPOSED', 'IN_PROGRESS', 'COMPLETED'],
      (report) => !report.isConfidential && !report.isPublished,
    ),
  },
  // "Redaction of text and photo areas" is the agency's that leads, of personal data alone; the rest is the verifier's: here the national desk.
  redactReport: {
    '': change(covers, ANY),
    'by any rule': onReport(coversFreely),
  },
  redactPhoto: {
    '': { ...change(covers, ANY), only: REPORTS_WITH_PHOTO },
    'by any rule': { ...onReport(coversFreely), only: REPORTS_WITH_PHOTO },
  },
  handOverReport: { '': change(mayHandOver, WITH_AN_AGENCY) },
  revokeHandOver: { '': change(mayHandOver, WITH_AN_AGENCY) },
  printHandOverLetter: { '': change(mayHandOver, WITH_AN_AGENCY) },

  // ---- reports: what officers do beside the history
  // "Two operators never get the same report": for those who verify, here the national desk, while it waits.
  leaseReports: { '': onAnything((viewer) => (isNationalDesk(viewer) ? 'DONE' : 'NOT_FOUND')) },
  leaseReport: { '': change(national, ['SUBMITTED']) },
  // Nothing of the viewer's is put back: no fault.
  releaseLease: { '': onReport(ifAllowed(national)) },
  // Officers who read it before it is published; never its reporter, a key or whoever came by a link.
  markPresence: { '': onReport(ifAllowed((viewer, report) => readsNotes(viewer, report) && !isKey(viewer))) },
  addNote: { '': onReport(ifAllowed(readsNotes)) },
  // "By agency admin or head above the author (never the author)": written by the unit's liaison officer.
  approveAnswer: { '': { ...onReport(ifAllowed(mayApprove)), only: [PROPOSED] } },
  rejectAnswer: { '': { ...onReport(ifAllowed(mayApprove)), only: [PROPOSED] } },
  setAnswerApproval: { '': onPlace(ifAllowed(mayManageTemplates)) },
  // One by one as if it were done alone (above); who may nothing with any of them finds nothing. A key does one thing at a time.
  applyBulk: {
    'to acknowledge': {
      ...onReport(ifAllowed((viewer, report) => !isKey(viewer) && handlesOrStandsIn(viewer, report))),
      only: ['with the unit', 'confidential, with the unit', 'of another agency', 'completed'],
    },
    'to archive': {
      ...onReport(ifAllowed(national)),
      only: ['waiting', 'with the unit'],
    },
  },
  createWorkOrder: {
    '': change((viewer, report) => ordersWork(viewer, report, report.handlers[0]), WITH_AN_AGENCY),
  },
  // The link is for a person, as that of a hand-over.
  openWorkOrder: {
    '': onAnything((viewer) => (isKey(viewer) ? 'NOT_FOUND' : 'DONE')),
    'with a wrong token': onAnything(() => 'NOT_FOUND'),
  },
  addWorkOrderEvidence: { '': { ...onReport(ifAllowed(worksOnOrder)), only: ORDERED } },
  finishWorkOrder: { '': { ...onReport(ifAllowed(worksOnOrder)), only: ORDERED } },
  cancelWorkOrder: {
    '': {
      ...onReport(ifAllowed((viewer, report) => ordersWork(viewer, report, report.handlers[0]))),
      only: ORDERED,
    },
  },
  // "Undo for ten seconds": one's own, which was taken back already and may be again (world/reports.ts says whose).
  undoChange: {
    '': onReport((_viewer, _facts, report, name) =>
      name === WHO_TOOK_BACK && report === TAKEN_BACK ? 'DONE' : 'NOT_FOUND',
    ),
  },
  saveAnswerDraft: { '': onReport(ifAllowed(draftsAnswer)) },
  discardAnswerDraft: { '': onReport(ifAllowed(draftsAnswer)) },
  saveAnswerTemplate: {
    '': onPlace(ifAllowed(mayManageTemplates)),
    // A new one belongs to the desk's own organisation.
    'for every agency': onAnything((viewer) =>
      holds(viewer, 'NATIONAL_ADMIN', (place) => place === 'ministry of the desk') ? 'DONE' : 'NOT_FOUND',
    ),
  },
  retireAnswerTemplate: {
    '': onPlace(ifAllowed(mayManageTemplates), ['city', 'unit']),
    'for every agency': configures,
  },
  // Everybody in office has mentions, if none; a key is nobody who could be named.
  markMentionsRead: {
    '': onAnything((viewer) => (isInOffice(viewer) ? 'DONE' : 'NOT_FOUND')),
  },

  // ---- organisations: the tree
  createOrganisation: {
    'a unit': onPlace(ifAllowed(mayAddUnits)),
    'a root': onAnything((viewer) => (mayAddRoots(viewer) ? 'DONE' : 'NOT_FOUND')),
  },
  renameOrganisation: { '': onPlace(ifAllowed(mayRestructure)) },
  // "Units stay within their government", and a government is nobody's unit; ministries are reorganised among each other.
  moveOrganisation: { '': onPlace(ifAllowed(mayRestructure, unlessGovernment)) },
  mergeOrganisations: { '': onPlace(ifAllowed(mayRestructure, unlessGovernment)) },
  retireOrganisation: { '': onPlace(ifAllowed(mayRestructure, unlessGovernment)) },
  restoreOrganisation: { '': onPlace(ifAllowed(mayRestructure), FORMER_PLACES) },
  cancelScheduledChange: { '': onPlace(ifAllowed(mayRestructure)) },
  updateOrganisation: { '': onPlace(ifAllowed(mayEdit)) },
  setClosingDays: { '': onlyRoots(mayEdit) },
  setDirectVerification: { '': onlyRoots(maySetDirectVerification) },
  importUnits: { '': onPlace(ifAllowed(mayAddUnits)) },
  setCategoryRoute: {
    'of the nation': onAnything((viewer) => (mayRouteNationally(viewer) ? 'DONE' : 'NOT_FOUND')),
    'of a government': onlyRoots(mayEdit),
  },

  // ---- organisations: people
  inviteOfficer: {
    LIAISON_OFFICER: managing('LIAISON_OFFICER'),
    AGENCY_ADMIN: managing('AGENCY_ADMIN'),
    AGENCY_HEAD: managing('AGENCY_HEAD', ['city', 'unit']),
    FIELD_OFFICER: managing('FIELD_OFFICER', ['city', 'unit']),
    NATIONAL_ADMIN: managing('NATIONAL_ADMIN', ['ministry of the desk']),
  },
  grantPost: { FIELD_OFFICER: managing('FIELD_OFFICER'), AGENCY_ADMIN: managing('AGENCY_ADMIN') },
  // "Nobody ends the own."
  endPost: {
    '': onOfficer((viewer, officer, name) =>
      isSelf(name, officer) ? 'REFUSED' : managesFirstPost(viewer, officer) ? 'DONE' : 'NOT_FOUND',
    ),
  },
  renameOfficer: { '': onOthers() },
  changeOfficerEmail: { '': onOthers(({ isSuspended }) => !isSuspended) },
  suspendOfficer: { '': onOthers(({ isSuspended }) => !isSuspended) },
  reinstateOfficer: { '': onOthers(({ isSuspended }) => isSuspended) },
  inviteOfficerAgain: { '': onOthers(({ isSuspended }) => !isSuspended) },
  // Nobody stands in for an officer without authority.
  delegatePost: {
    '': onOfficer((viewer, officer, name) =>
      ownOrManaged(viewer, officer, name) === 'DONE' && officer.isSuspended
        ? 'REFUSED'
        : ownOrManaged(viewer, officer, name),
    ),
  },
  endDelegation: { '': onOfficer(ownOrManaged, WITH_DELEGATIONS) },
  declareReadiness: { '': onPlace(ifAllowed(mayDeclareReadiness)) },
  withdrawDeclaration: { '': onPlace(ifAllowed(mayDeclareReadiness)) },
  noteObstacle: { '': onPlace(ifAllowed(mayDeclareReadiness)) },
  recordGuidanceVisit: { '': onPlace(ifAllowed(mayRecordVisit)) },

  // ---- oversight and programmes
  // Nothing is late in the matrix, so that the reporter is told so (NOT_LATE), and nobody else anything.
  requestOversight: {
    '': onReport((viewer, facts) => (!isKey(viewer) && isReporter(viewer, facts) ? 'REFUSED' : 'NOT_FOUND')),
  },
  openOversight: {
    '': onReport((viewer, facts, report) =>
      !opensOversight(viewer, facts)
        ? 'NOT_FOUND'
        : OPEN.includes(facts.state) && !hasCase(report)
          ? 'DONE'
          : 'REFUSED',
    ),
  },
  askClarification: { '': ofCase(worksOnCase) },
  // Nothing is asked yet.
  giveClarification: { '': ofCase(answersOmbudsman, 'REFUSED') },
  writeOversightMessage: { '': ofCase(writesInCase) },
  recommend: { '': ofCase(worksOnCase) },
  assignOversight: { '': ofCase(worksOnCase) },
  closeOversight: { '': ofCase(worksOnCase) },
  // There is no letter in the matrix: see services/sla/tests/letters.test.ts and edit-letter.test.ts.
  editLetter: { '': onAnything(() => 'NOT_FOUND') },
  approveLetter: { '': onAnything(() => 'NOT_FOUND') },
  recordLetterReply: { '': onAnything(() => 'NOT_FOUND') },
  savePriorityProgramme: { '': onAnything((viewer) => (managesProgrammes(viewer) ? 'DONE' : 'NOT_FOUND')) },
  endPriorityProgramme: { '': onAnything((viewer) => (managesProgrammes(viewer) ? 'DONE' : 'NOT_FOUND')) },
};
