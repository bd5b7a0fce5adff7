import type { PostRole } from '@lapor/viewer';
import {
  mayAddRoots,
  mayAddUnits,
  mayDeclareReadiness,
  mayEdit,
  mayManagePost,
  mayRecordVisit,
  mayRestructure,
  mayRouteNationally,
  maySetDirectVerification,
} from './organisation-authority.ts';
import { isSelf, mayManageOfficer, OFFICER_NAMES, officerFacts, type OfficerFacts } from './officers.ts';
import { holds, holdsAlsoByKey, isKey, isNationalDesk, type Person, type PersonName } from './people.ts';
import { FORMER_PLACES, isRoot, pathOf, type Place } from './places.ts';
import {
  ANY,
  answersByHandOver,
  handles,
  handlesOrStandsIn,
  isReporter,
  leadsOrStandsIn,
  mayHandOver,
  mayRevealIdentity,
  maySupport,
  OPEN,
  WITH_AN_AGENCY,
} from './report-authority.ts';
import type { ReportFacts, State } from './reports.ts';
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

const national: Allows<ReportFacts> = isNationalDesk;
const answer = change(
  (viewer, report) => handlesOrStandsIn(viewer, report) || answersByHandOver(viewer, report),
  WITH_AN_AGENCY,
);
const anyone = onAnything((): MutationVerdict => 'DONE');

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

/** "Liaison officer: dispose one level down" – from a unit below the own organisation that is two, but for whoever stands in for it. */
const reachesTwoLevelsDown = (viewer: Person, { handlers: [lead], standIn }: ReportFacts): boolean =>
  isNationalDesk(viewer) ||
  holds(viewer, 'AGENCY_ADMIN', (place) => lead !== undefined && pathOf(lead).includes(place)) ||
  holdsAlsoByKey(viewer, 'LIAISON_OFFICER', (place) => place === lead || place === standIn);

/**
 * Every field of Mutation, one entry for each way of calling it that has a rule of its own. A field without an entry fails, and so
 * does an entry without a field.
 */
export const MUTATIONS: Record<string, Record<string, Rule<MutationVerdict>>> = {
  // ---- reports: the state table of domain.md, row by row
  submitReport: { '': anyone },
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
  returnReport: { '': change(leadsOrStandsIn, WITH_AN_AGENCY) },
  // The holder of a hand-over answers "in all four kinds, nothing else".
  answerReport: {
    ACKNOWLEDGEMENT: answer,
    RESULT: answer,
    // The kind decides nothing else: these two are tried where all kinds of handlers meet.
    PLAN: { ...answer, only: ['with the unit', 'handed over'] },
    OBSTACLE: { ...answer, only: ['with the unit', 'handed over'] },
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
  handOverReport: { '': change(mayHandOver, WITH_AN_AGENCY) },
  revokeHandOver: { '': change(mayHandOver, WITH_AN_AGENCY) },
  printHandOverLetter: { '': change(mayHandOver, WITH_AN_AGENCY) },

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
};
