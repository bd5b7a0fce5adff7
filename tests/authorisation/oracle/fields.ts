import {
  mayAddUnits,
  mayDeclareReadiness,
  mayEdit,
  mayManagePost,
  mayRecordVisit,
  mayRestructure,
  readsChanges,
  readsHeadContact,
  readsReadiness,
  readsTemplates,
} from './organisation-authority.ts';
import type { PostRole } from '@lapor/viewer';
import { isSelf, mayManageOfficer, officerFacts, type OfficerName } from './officers.ts';
import { FOLLOWER, isKey, isNationalDesk, type Person, type PersonName } from './people.ts';
import { isRoot, type Place } from './places.ts';
import {
  answersByHandOver,
  CORRECTABLE_IN,
  draftsAnswer,
  handlesOrStandsIn,
  isParty,
  isReporter,
  leadsOrStandsIn,
  OPEN,
  ordersWork,
  readsDocuments,
  readsInternally,
  readsNotes,
  WITH_AN_AGENCY,
} from './report-authority.ts';
import { hasCase, readsCase, readsOversight } from './oversight.ts';
import { FOLLOWED, type ReportName } from './reports.ts';
import { MUTATIONS } from './mutations.ts';
import { mutationVerdict, onAnything, onOfficer, onPlace, onReport, type Rule } from './verdicts.ts';

/**
 * `open`: whoever sees the parent sees it, and everybody the same. Else a condition: whoever does not meet it finds null, an
 * empty list or false.
 */
export type FieldRule = 'open' | Rule<boolean>;

const open = (names: string): Record<string, FieldRule> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, 'open']),
  );

/** The button is there exactly when the mutation does something; the variant decides where there are several. */
const can = (mutation: string, variant = ''): Rule<boolean> => {
  const rule = MUTATIONS[mutation]![variant]!;
  return {
    about: rule.about,
    judge: (_viewer, name, subject) => mutationVerdict(rule, name, subject) === 'DONE',
  };
};

/** In office: signed in with both factors, and a post in force. */
const isInOffice = (viewer: Person): boolean => viewer.is === 'officer' && viewer.posts.length > 0;
const mayWrite = (viewer: Person): boolean => !isKey(viewer) || viewer.scopes.includes('graph:write');
const whoManagesTheOfficer = onOfficer((viewer, officer) => mayManageOfficer(viewer, officer));
const whoManagesOrIs = onOfficer(
  (viewer, officer, name) => isSelf(name, officer) || mayManageOfficer(viewer, officer),
);

/** Who has said "saya juga mengalami", and of what. */
export const SUPPORTER = 'citizen' satisfies PersonName;
export const SUPPORTED = 'with the unit' satisfies ReportName;

/** Who has begun an answer, and to what. */
export const DRAFTER = 'liaison officer of the unit' satisfies PersonName;
export const DRAFTED = 'with the unit' satisfies ReportName;

/** A report that somebody verifies, and who. */
export const LEASED = 'waiting' satisfies ReportName;
export const VERIFIER = 'national admin' satisfies PersonName;

/** A report that an officer has open. */
export const ATTENDED = 'with the unit' satisfies ReportName;

/** A report with an answer that waits for approval. */
export const PROPOSED = 'held back, of another agency' satisfies ReportName;

/** Reports with a work order, for the field of their lead. */
export const ORDERED: readonly ReportName[] = [
  'with the unit',
  'confidential, with the unit',
  'of another agency',
];

/** Every object type of the three subgraphs and every field of it, by hand. */
export const FIELDS: Record<string, Record<string, FieldRule>> = {
  // ---- reports
  Report: {
    ...open(`id number kind class state title text occurredOn placeText point region suggestedOrganisation handler assignments
      category channel submittedAt updatedAt isAnonymous isConfidential isPublished reporterLabel returnCount supportCount
      archiveCode closingCode rating mustTake master duplicates closesAutomaticallyAt nextDueAt nextDueClock similarReports`),
    // Which entries, documents and texts of them is decided below, one by one.
    ...open('history attachments'),
    // "Without revealing identity": it says what its reader reads anyway; of which entries, services/reports/tests/receipt.test.ts.
    ...open('receipt'),
    // Clocks are as visible as the report; what is due is the first thing that people ask.
    ...open('clocks nextClock clocksAsOf warnings'),
    // "In words for the reporter", and for whoever reads the case.
    oversight: onReport((viewer, facts, report) => hasCase(report) && readsOversight(viewer, facts)),
    // Nothing is late in the matrix: nobody may ask for it yet (services/sla/tests/oversight.test.ts has the rest).
    ...open('viewerCanRequestOversight'),
    // What the mutation does (oracle/mutations.ts): open reports without a case, by the Ombudsman that oversees the place.
    viewerCanOpenOversight: can('openOversight'),
    // "Never public": officers who read it beyond the public. Every report of the matrix belongs to the programme.
    programmes: onReport((viewer, facts) => OPEN.includes(facts.state) && readsNotes(viewer, facts)),
    missingData: onReport(isParty),
    // While there is one, only the parties see the report at all; the public knows how many there are.
    ...open('withheldUntil'),
    // "Internal notes with mentions (never visible outside)."
    notes: onReport(readsNotes),
    viewerCanAddNote: can('addNote'),
    // "For those who verify" (world/reports.ts: who works on which).
    lease: onReport((viewer, _facts, report) => report === LEASED && isNationalDesk(viewer)),
    // "For officers who read it before publication; never for reporter, public, keys" (world/reports.ts: who is there).
    presence: onReport(
      (viewer, facts, report) => report === ATTENDED && readsNotes(viewer, facts) && !isKey(viewer),
    ),
    // "Officers only" (world/reports.ts: of this report).
    answerProposals: onReport((viewer, facts, report) => report === PROPOSED && readsNotes(viewer, facts)),
    // "For handlers": of the unit that was given the order (world/reports.ts: the lead of these reports).
    workOrders: onReport(
      (viewer, facts, report) => ORDERED.includes(report) && ordersWork(viewer, facts, facts.handlers[0]),
    ),
    // "Drafts": one's own, of what one may answer (world/reports.ts says whose).
    viewerDraft: onReport(
      (viewer, facts, report, name) => draftsAnswer(viewer, facts) && name === DRAFTER && report === DRAFTED,
    ),
    // It counts entries that the public does not see.
    version: onReport(isParty),
    // "The reporter is told", and nobody else.
    identityReveals: onReport(isReporter),
    erasureRequest: onReport(isReporter),
    // A suspicion is for who decides; anybody else would take it for a verdict.
    junkReason: onReport(isNationalDesk),
    // "The reporter may exclude a unit": told to the desk that routes, never to who might be the excluded.
    excludedOrganisations: onReport((viewer, facts) => isReporter(viewer, facts) || isNationalDesk(viewer)),
    // The consent is the reporter's, and the desk's to check.
    filedOnBehalf: onReport((viewer, facts) => isReporter(viewer, facts) || isNationalDesk(viewer)),
    // "Visible to the reporter": a matter of the parties until it is in the figures.
    handOvers: onReport(isParty),
    viewerIsReporter: onReport(isReporter),
    viewerAnswersByHandOver: onReport(answersByHandOver),
    viewerHasSupported: onReport(
      (_viewer, _facts, report, name) => name === SUPPORTER && report === SUPPORTED,
    ),
    viewerFollows: onReport((_viewer, _facts, report, name) => name === FOLLOWER && report === FOLLOWED),
    viewerCanVerify: can('verifyReport'),
    // "Suggestions with reasons" are part of verifying.
    routingSuggestion: can('verifyReport'),
    routeRules: can('verifyReport'),
    viewerCanPostpone: can('postponeReport'),
    viewerCanArchive: can('archiveReport'),
    viewerCanReclassify: can('reclassifyReport'),
    // Somewhere below, whatever the unit that the matrix tries.
    viewerCanDispose: onReport(
      (viewer, facts) =>
        leadsOrStandsIn(viewer, facts) && WITH_AN_AGENCY.includes(facts.state) && mayWrite(viewer),
    ),
    viewerCanReturn: can('returnReport'),
    viewerCanAnswer: can('answerReport', 'ACKNOWLEDGEMENT'),
    // Answers of the own organisation, in states in which it has the report.
    viewerCanCorrect: onReport(
      (viewer, facts) =>
        handlesOrStandsIn(viewer, facts) && CORRECTABLE_IN.includes(facts.state) && mayWrite(viewer),
    ),
    viewerCanRequestInformation: can('requestInformation'),
    viewerCanProposeClosing: can('proposeClosing'),
    viewerCanClose: can('closeReport'),
    viewerCanHandOver: can('handOverReport'),
    viewerCanRevealIdentity: can('revealIdentity'),
    viewerCanFlag: can('flagReport'),
    viewerCanRemoveFlag: can('removeFlag'),
    viewerCanCompleteData: can('completeReportData'),
    viewerCanReply: can('replyToReport'),
    viewerCanConfirm: can('confirmReport'),
    viewerCanDispute: can('disputeReport'),
    viewerCanRate: can('rateReport', 'well'),
    viewerCanWithdraw: can('withdrawReport'),
    viewerCanAppeal: can('appealArchive'),
    viewerCanWriteToReporter: can('writeToReporter'),
    viewerCanReplyPrivately: can('replyPrivately'),
    viewerCanSupport: can('supportReport'),
    // Somewhere below, whatever the unit that the matrix tries.
    viewerCanAssign: onReport(
      (viewer, facts) =>
        (isNationalDesk(viewer) || leadsOrStandsIn(viewer, facts)) &&
        WITH_AN_AGENCY.includes(facts.state) &&
        mayWrite(viewer),
    ),
    viewerCanMarkDuplicate: can('markDuplicate'),
    viewerCanUnmarkDuplicate: can('unmarkDuplicate'),
    viewerCanWithhold: can('withholdReport'),
    viewerCanRelease: can('releaseReport'),
    viewerCanRedact: can('redactReport'),
    viewerCanRedactByAnyRule: can('redactReport', 'by any rule'),
  },
  SignedReceipt: open('token checkUrl documentPath'),
  HistoryEntry: {
    ...open(`id kind at actorKind organisation toOrganisation stateAfter reasonCode promisedOn corrects correctedBy
      outcome obstacleReason`),
    // Whether a text and its documents are for everybody, the parties or officers: TEXTS and ENTRIES below.
    text: onReport(() => true),
    // As the words of its entry, judged as they are.
    ...open('noProofReason'),
    ...open('attachments'),
    // Who wrote it is known to whom it is known who approved.
    author: onReport((viewer, facts) => readsInternally(viewer, facts) && viewer.is === 'officer'),
    // "Officers' names": colleagues and supervisors with the report before them, never its reader at large, never a key or a link.
    officer: onReport((viewer, facts) => readsInternally(viewer, facts) && viewer.is === 'officer'),
    // Nobody of the matrix stands in for somebody; whom it is known of is tried in services/organisations/tests/delegation.test.ts.
    onBehalfOf: onReport(() => false),
  },
  Assignment: {
    ...open('organisation role assignedAt isHandedOver standIn'),
    // As the question for it (oracle/queries.ts): whoever works at the unit or above it, of each unit by itself.
    answerApproval: {
      about: 'report',
      judge: (viewer, _name, _subject, { place }) => readsTemplates(viewer, place as Place),
    },
  },
  Attachment: {
    ...open('id fileName kind mediaType sizeBytes width height seconds isSealedAway url thumbnailUrl'),
    // "Recorded and shown to officers": who opens the file in office, neither its sender nor the public, a key or a link.
    scanState: onReport((viewer, facts) => readsInternally(viewer, facts) && viewer.is === 'officer'),
  },
  GeoPoint: open('latitude longitude'),
  IdentityReveal: open('at organisation reason'),
  HandOver: open(
    `id organisation standIn state handedOverAt sentAt expiresAt openedAt answeredAt endedAt letterNeeded isOpen`,
  ),
  WorkOrder: {
    ...open('id number organisation task placeText point dueOn state createdAt expiresAt evidence'),
    fieldOfficer: onReport((viewer) => viewer.is === 'officer'),
  },
  WorkOrderEvidence: {
    ...open('id at note files'),
    officer: onReport((viewer) => viewer.is === 'officer'),
  },
  WorkOrderConnection: open('edges pageInfo'),
  WorkOrderEdge: open('cursor node'),
  WorkOrderCreated: open('report workOrder path'),
  WorkOrderOpened: open('workOrder grant grantExpiresAt'),
  WorkOrderChanged: open('workOrder'),
  BulkForecast: open('reportId report wouldChange code text'),
  BulkOutcome: open('reportId isChanged code report'),
  BulkApplied: open('outcomes changedCount'),
  AnswerProposal: {
    ...open(
      'id kind text promisedOn outcome obstacleReason noProofReason organisation proposedAt report attachments',
    ),
    author: onReport((viewer) => viewer.is === 'officer'),
    viewerCanDecide: can('approveAnswer'),
  },
  AnswerProposalConnection: open('edges pageInfo'),
  AnswerProposalEdge: open('cursor node'),
  AnswerApproval: open('organisation mode setBy'),
  AnswerApprovalSet: open('approval'),
  ReportLease: {
    ...open('officer until'),
    isViewers: onReport((_viewer, _facts, _report, name) => name === VERIFIER),
  },
  ReportPresence: open('officer activity since'),
  LeasesTaken: open('reports reportIds'),
  LeaseTaken: open('report'),
  LeaseReleased: open('report'),
  PresenceMarked: open('report'),
  ReportLeased: open('code message officer until'),
  AnswerDraft: open('kind text promisedOn outcome obstacleReason noProofReason savedAt'),
  AnswerDraftKept: open('report'),
  AnswerTemplate: open('id organisation isNational kind categoryId title text savedAt'),
  RenderedAnswer: open('template text missing'),
  AnswerTemplateChanged: open('template'),
  Note: {
    ...open('id text at organisation'),
    // "Officers' names": colleagues, never a key.
    officer: onReport((viewer) => viewer.is === 'officer'),
    mentioned: onReport((viewer) => viewer.is === 'officer'),
  },
  Mention: open('note report isRead'),
  MentionConnection: open('edges pageInfo'),
  MentionEdge: open('cursor node'),
  NoteAdded: open('report'),
  MentionsRead: open('unreadCount'),
  Category: open(
    'id name path level parent isSensitive needsSupportingData identityRequirement route usualUnit',
  ),
  // Words of the asker's own text, and counts of published reports.
  RoutingSuggestion: open('categories organisations isConfident'),
  SuggestedCategory: open('category matchedWords similarReportCount'),
  SuggestedOrganisation: open('organisation matchedWords similarReportCount rule'),
  AppliedRouteRule: open('category level basis version'),
  SavedFilter: open('id kind name values savedAt'),
  FilterValues:
    open(`bucket search placeText states kinds categoryId regionCode organisationId from until dueWithinDays overdue
    coHandled confidential leadItself ageFromDays ageUntilDays rated stepOnTime`),
  FilterSaved: open('filter'),
  FilterDeleted: open('id'),
  Follow: open('id report region category followedAt'),
  Followed: open('follow'),
  Unfollowed: open('id'),
  ReportCluster: open('point count isAtLeast report'),
  ReportFacets: open('states kinds categories regions'),
  StateFacet: open('state count isAtLeast'),
  KindFacet: open('kind count isAtLeast'),
  CategoryFacet: open('category count isAtLeast'),
  RegionFacet: open('region count isAtLeast'),
  InboxCounters: open('toVerify new waitingForUs waitingForCitizen overdue done'),
  ModerationLogEntry: open('id day kind rule reportNumber organisation'),
  ModerationLogEntryConnection: open('edges pageInfo'),
  ModerationLogEntryEdge: open('cursor node'),
  ModerationCounts: open('rows heldNow overdueNow'),
  DeskDay: open('decided medianSeconds officers'),
  ModerationCount: open('kind rule count'),
  ReportConnection: open('edges pageInfo'),
  ReportEdge: open('cursor node'),
  PageInfo: open('hasNextPage endCursor'),
  // What a mutation gives is for whoever was allowed to call it.
  ReportChanged: open('report'),
  // Whoever made the change that took the report away: where that very change sent it.
  ReportOutOfSight: open('wentTo organisation'),
  ChangePending: open('requestKey appliesAt'),
  // One's own alone (QUERIES.viewerPendingChanges).
  PendingChange: open('requestKey reportId report operation appliesAt secondsLeft state refusalCode text'),
  ChangeUndone: open('requestKey report'),
  ReportSubmitted: open('report accessCode'),
  ReportOpened: open('report grant grantExpiresAt'),
  IdentityRevealed: open('report name phone email nik address'),
  HandOverOpened: open('report handOver grant grantExpiresAt'),
  HandOverLetter: open('report handOver path'),
  ReportAuditEntry: open('id at action actor actorKind apiKeyId organisation reportId reportNumber'),
  ReportAuditEntryConnection: open('edges pageInfo'),
  ReportAuditEntryEdge: open('cursor node'),
  InvalidInput: open('code message fields'),
  FieldError: open('path code message'),
  NotFound: open('code message'),
  TransitionRefused: open('code message state'),
  StaleReport: open('code message version entriesSince'),
  SubmissionConflict: open('code message'),
  TooManyRequests: open('code message retryAfterSeconds challenge'),
  ProofOfWorkChallenge: open('challenge expiresAt'),
  FilingChallenge: open('work waitingToken waitUntil'),
  JunkGroup: open('id reason count openedAt newestAt reports'),
  JunkGroupConnection: open('edges pageInfo'),
  JunkGroupEdge: open('cursor node'),
  JunkGroupArchived: open('archivedCount passedOverCount leftCount'),
  OwnDataExported: open('fileName mediaType content'),
  OwnDataErased: open('isErased'),
  ErasureRequest: open('requestedAt erasesAfter'),
  NotificationSettings: open('wantsNews canBeReached'),
  ReportMessage: {
    ...open('id template state at waitsFor waitsUntil'),
    // By Telegram or by telephone: it tells of who reported.
    way: onReport(
      (viewer, report) => isReporter(viewer, report) || !(report.isAnonymous || report.isConfidential),
    ),
  },
  NewAccessCodeRequested: open('validMinutes'),
  AccessCodeRenewed: open('number accessCode'),
  FiledOnBehalf: open('consentRecordedAs organisation note'),
  ChangeRefused: open('code message'),

  PriorityProgramme: open('id name categoryIds regionCodes words savedAt endedAt isBeingApplied'),
  ReportProgramme: open('id name'),
  PriorityProgrammeChanged: open('programme'),

  // Whose they are is the root field's matter (QUERIES).
  RetentionRule: open('name action kinds ends days since planned changes'),
  RetentionChange: open('id days startsOn reason decree enteredAt by'),
  RetentionRun: open('id day rule since at count'),
  RetentionRunConnection: open('edges pageInfo'),
  RetentionRunEdge: open('cursor node'),
  RetentionEffect: open('count countWithout daysWithout'),
  RetentionChanged: open('rule'),
  RetentionPreviewed: open('effect'),
  CategorySettings: open(
    'category version changes below openReports waitingReports waitingAtAgencies withoutIdentity anonymousReports',
  ),
  CategoryChange: open(
    'version identityRequirement identityRequirementBefore isSensitive needsSupportingData reason enteredAt by',
  ),
  CategoryChanged: open('settings'),
  ReferenceImport: open('id at files outcome counts faults'),
  ReferenceImportCount: open('name count'),
  ReferenceImportFault: open('file line field reason'),
  ReferenceSource: open('file title source licence vintage'),

  // ---- sla
  ReportOversight: {
    ...open(
      `state openedAt openedBy office clarificationDueOn isClarificationMissed letterSentOn outcome wordsForReporter`,
    ),
    case: onReport(readsCase),
  },
  OversightCase: {
    ...open(`id reportNumber report isConfidential state openedAt openedBy office organisation clarification recommendedAt closedAt
      outcome clocks entries letters viewerCanGiveClarification`),
    viewerCanAskClarification: can('askClarification'),
    viewerCanWrite: can('writeOversightMessage'),
    viewerCanAssign: can('assignOversight'),
    viewerCanRecommend: can('recommend'),
    viewerCanClose: can('closeOversight'),
  },
  OversightCaseConnection: open('edges pageInfo'),
  OversightCaseEdge: open('cursor node'),
  OversightClarification:
    open(`askedAt organisation givenAt dueAt dueOn isMissed workingDaysLeft timeZone length unit countedDays
    skippedDays policyVersion calendarVersion`),
  // The reason of a reporter is the Ombudsman's alone; in the matrix the Ombudsman opened the cases (services/sla/tests/oversight.test.ts).
  OversightEntry: open('id at kind organisation text wordsForReporter'),
  // There is none in the matrix (services/sla/tests/letters.test.ts).
  OversightLetter:
    open(`id state number addressee draftedAt approvedAt sentAt replyBy repliedAt reply failure pdfPath
    version isEdited paragraphs viewerCanEdit viewerCanApprove viewerCanRecordReply`),
  QueuedLetter: open('letter reportNumber caseId'),
  QueuedLetterConnection: open('edges pageInfo'),
  QueuedLetterEdge: open('cursor node'),
  OversightCount: open('state count'),
  OversightChanged: open('case'),
  OversightLetterChanged: open('letter'),
  LetterStale: open('code message letter'),
  Clock:
    open(`id kind status startedAt dueAt dueOn stoppedAt organisation timeZone timeZoneLabel isEstimated urgency
    workingDaysLeft explanation`),
  ClockExplanation: open(
    `startEvent sentence startedOn unit length countedDays skippedDays pauses cappedByOuterLimit calendarVersion policyVersion`,
  ),
  ClockPause: open('from until reason'),
  // Of a report's clocks, or of the list of an organisation (QUERIES.warnings); the report in it is judged by itself.
  Warning: open('id kind levels clockId clockKind at dueOn isRunning organisation report'),
  WarningConnection: open('edges pageInfo'),
  WarningEdge: open('cursor node'),
  SkippedDay: open('date reason'),
  DeadlinePreview: open(
    'dueAt dueOn countedDays skippedDays isEstimated length unit policyVersion calendarVersion',
  ),
  Holiday: open('date name kind status decree'),
  HolidayChange: open('date before after'),
  // The national desk's alone (QUERIES.calendarVersions and following).
  CalendarVersion: open('version effectiveAt knownUntil decree changeCount changes'),
  CalendarVersionConnection: open('edges pageInfo'),
  CalendarVersionEdge: open('cursor node'),
  CalendarChanged: open('calendarVersion changes'),
  HolidaysImported: open('isDryRun calendarVersion changes unchangedCount'),
  HolidayFileFaulty: open('code message faults'),
  HolidayFault: open('line field message'),
  DeadlineEffect: open(
    `movedCount laterCount earlierCount lateCount candidateCount examinedCount isComplete earliestDueOn latestDueOn byKind examples`,
  ),
  MovedClocks: open('kind movedCount'),
  MovedDeadline: open('report kind organisation dueOnBefore dueOnAfter'),
  Recalculation: open('state cause total done startedAt finishedAt'),
  Policy: open('version effectiveFrom decree state limits migrations'),
  PolicyLimit: open('rule reportClass organisationKind days unit'),
  PolicyMigration: open('at kinds'),
  PolicySaved: open('policy'),
  ClocksMigrated: open('isDryRun effect'),
  NationalOverview: open(
    `asOf byDay byState completedThisMonth open overdue receivedThisMonth receivedToday topAgencies handedOver`,
  ),
  AgencyCount: open('organisation received followedUp overdue'),
  DayCount: open('date received completed'),
  StateCount: open('state count'),
  PublicStatistics: open('asOf byState followedUpPercent medianFollowUpDays receivedThisMonth handedOver'),
  ConfidentialFigures: open('year table toldOn total rows'),
  ConfidentialFigureRow: open('key category region organisation state confidential'),
  FigureConnection: open('edges pageInfo asOf isComplete totalCount'),
  FigureRowEdge: open('cursor node'),
  FigureRow: open('key organisation region category rank figures previous'),
  Figures: open(
    `received isSuppressed submitted postponed disposed inProgress completed archived followUpRate followUpRateWithoutArchived
     completionRate completionRateWithoutArchived handedOver withObstacles promisesKept promisesBroken keptPromiseRate rated
     averageRating satisfiedRate disputeRate reopenRate toFollowUp toCompletion steps`,
  ),
  StepFigures: open('onTime late onTimeRate byStep'),
  StepCount: open('step onTime late onTimeRate'),
  UnitLoad: open('organisation open overdue followUpDays'),
  DurationFigures: open('count open meanDays medianDays ninetiethPercentileDays medianDaysWithOpen'),
  ActivityRow: open('from received followedUp completed handedOver'),
  ArchiveReasonCount: open('reason count'),
  OpenFiguresConnection: open('edges pageInfo asOf'),
  OpenFiguresEdge: open('cursor node'),
  OpenFigures: open(
    `key organisation region open openUpTo7Days openUpTo30Days openUpTo60Days openLonger overdue overdueRate overdueUpTo7Days
     overdueUpTo30Days overdueUpTo90Days overdueLonger`,
  ),
  HopFiguresConnection: open('edges pageInfo'),
  HopFiguresEdge: open('cursor node'),
  HopFigures: open('from to count'),
  BurstFigures: open('category region count usual'),

  // ---- organisations: the tree is open, with what people need in order to find an office
  Organisation: {
    ...open(`id name acronym kind status isTemplate isStaffed isConnected isUsed hasDirectVerification timeZone timeZoneLabel
      unitKeys address phone email website retiredOn region parent government ancestors children childCount head successors
      predecessors closingDays supervisors standIn lastUsedOn`),
    changes: onPlace(readsChanges),
    scheduledChanges: onPlace(readsChanges),
    unitsCsv: onPlace(mayAddUnits),
    readiness: onPlace(readsReadiness),
    viewerCanEdit: onPlace(mayEdit),
    viewerCanRestructure: onPlace(mayRestructure),
    viewerCanAddUnits: onPlace(mayAddUnits),
    viewerCanRouteCategories: onPlace((viewer, place) => isRoot(place) && mayEdit(viewer, place)),
    viewerCanManageOfficers: onPlace((viewer, place) => mayManagePost(viewer, 'LIAISON_OFFICER', place)),
    viewerCanDeclareReadiness: onPlace(mayDeclareReadiness),
    viewerCanRecordVisit: onPlace(mayRecordVisit),
  },
  OrganisationHead: {
    ...open('title name isRegisteredOfficer'),
    email: onPlace(readsHeadContact),
    address: onPlace(readsHeadContact),
  },
  ClosingDay: open('date name decree'),
  Supervision: open('supervisor scope rule'),
  OrganisationChange: open(
    'id kind state organisation effectiveOn recordedAt by reason decree facts failure',
  ),
  ChangedFact: open('field before after'),
  OrganisationConnection: open('edges pageInfo'),
  OrganisationEdge: open('cursor node'),
  OrganisationChangeConnection: open('edges pageInfo'),
  OrganisationChangeEdge: open('cursor node'),
  Region: open('code name fullName level parent government latitude longitude timeZone timeZoneLabel'),
  RouteRule: open('organisation level basis unitKey version decidedByGovernment'),
  CategoryRoute: {
    ...open('id categoryId usualLevel nationalOrganisation unitKey government unit version effectiveFrom'),
    // Who decided and why is for officers.
    by: onAnything(isInOffice),
    reason: onAnything(isInOffice),
  },
  CategoryRouteConnection: open('edges pageInfo'),
  CategoryRouteEdge: open('cursor node'),
  UnitKey: open('key name'),
  UnitsPreview: open('changes faults unchangedCount contentHash'),
  UnitLine: open('line kind organisationId name facts'),
  UnitFault: open('line field code message'),
  OrganisationChanged: open('organisation change'),
  UnitsImported: open('organisation createdCount changedCount unchangedCount'),
  RoutingChanged: open('route'),

  // ---- organisations: people
  Officer: {
    ...open('id'),
    // Whom one gets from a root field one knows. On other edges these are judged by matrix/look-at-edges.ts.
    ...open('name posts accountState comingPosts delegations substitutions'),
    email: whoManagesOrIs,
    hasSecondFactor: whoManagesOrIs,
    lastSignedInOn: whoManagesOrIs,
    invitation: whoManagesTheOfficer,
    pastPosts: whoManagesTheOfficer,
    suspension: whoManagesTheOfficer,
    // The button is there for whoever may manage; that nobody does it to oneself is part of it.
    viewerCanManage: onOfficer(
      (viewer, officer, name) => mayManageOfficer(viewer, officer) && !isSelf(name, officer),
    ),
    viewerIsSelf: onOfficer((_viewer, officer, name) => isSelf(name, officer)),
  },
  Post: {
    ...open('id role organisation from until onBehalfOf'),
    viewerCanEnd: {
      about: 'officer',
      judge: (viewer, name, subject, post) =>
        // A substitute's post ends with the delegation.
        post.onBehalfOf === null &&
        mayManagePost(viewer, post.role as PostRole, post.place as Place) &&
        !isSelf(name, officerFacts(subject.name as OfficerName)),
    },
  },
  Invitation: open('sentAt expiresAt isExpired by'),
  Suspension: open('at reason by'),
  Delegation: open('id role organisation officer substitute from until isRunning'),
  OfficerConnection: open('edges pageInfo'),
  OfficerEdge: open('cursor node'),
  OfficerChanged: open('officer'),
  Readiness: open('items metCount totalCount isComplete obstacle visits unitsComplete unitsTotal'),
  ReadinessItem: open('kind isMet isComputed finding declaration'),
  ReadinessDeclaration: open('id number date note validUntil evidence declaredAt by'),
  EvidenceFile: open('id fileName mediaType sizeBytes url'),
  GuidanceVisit: open('id visitedOn office topics agreement by recordedAt'),
  ReadinessChanged: open('organisation'),
  AdoptionRow: open('kind province total connected used ready'),
  AdoptionPoint: open('on total connected used'),
  AuditEntry: open('id at action actor officer organisation facts'),
  AuditEntryConnection: open('edges pageInfo'),
  AuditEntryEdge: open('cursor node'),
  AuditFact: open('name value'),
};

/** Entries of a history by their kind, every one by hand: what happened is public; protection, identity and a hold are the parties'. */
export const ENTRIES: Record<string, FieldRule> = {
  ...open(`SUBMITTED VERIFIED POSTPONED COMPLETED_DATA ARCHIVED RECLASSIFIED DISPOSED RETURNED ACKNOWLEDGED PLANNED RESULT OBSTACLE CORRECTED
    REPLIED INFORMATION_REQUESTED CLOSING_PROPOSED COMPLETED CONFIRMED DISPUTED RATED APPEALED WITHDRAWN CO_HANDLERS_CHANGED LEAD_CHANGED MARKED_DUPLICATE UNMARKED_DUPLICATE PUBLISHED
    REASSIGNED`),
  // "The hand-over is visible to the reporter and in the figures"; that a unit is not staffed is public besides.
  ...open('HANDED_OVER HAND_OVER_ENDED'),
  // "Entry kind ANSWER_PROPOSED (officers only)".
  ANSWER_PROPOSED: onReport(readsNotes),
  ANSWER_REJECTED: onReport(readsNotes),
  FLAGGED: onReport(isParty),
  FLAG_REMOVED: onReport(isParty),
  IDENTITY_REVEALED: onReport(isParty),
  WITHHELD: onReport(isParty),
  REDACTED: onReport(isParty),
  MESSAGE: onReport(isParty),
};

/** Words of an entry, by what they were said for (world/words.ts). Words without a verdict fail. */
export const TEXTS = {
  'answer of the lead': onReport(() => true),
  // Read "by the parties": the public answer is the lead's.
  'answer of the co-handler': onReport(isParty),
  'answer that waits for approval': onReport(readsNotes),
  'corrected answer of the lead': onReport(() => true),
  // "For officers only": those who work with the report, whoever answers by link among them.
  'note to the unit': onReport(
    (viewer, facts) =>
      readsInternally(viewer, facts) &&
      (viewer.is === 'officer' || isKey(viewer) || answersByHandOver(viewer, facts)),
  ),
  // "The reporter is told" why the identity was read.
  'reason of the reveal': onReport(isParty),
  'reason for holding back': onReport(isParty),
  'question of the desk': onReport(isParty),
  // "Audience PARTIES": the public does not even see that there was one.
  'private message': onReport(isParty),
  'reason of the return': onReport(isParty),
  'reason of the archive': onReport(isParty),
} as const satisfies Record<string, Rule<boolean>>;

/** Files by their media type: "photos are published, documents are sealed evidence, downloaded by entitled people". */
export const FILES: Record<string, Rule<boolean>> = {
  image: onReport(() => true),
  application: onReport(readsDocuments),
  audio: onReport(readsDocuments),
  video: onReport(readsDocuments),
};
