import { randomUUID } from 'node:crypto';
import type { OfficerName } from '../oracle/officers.ts';
import type { Place, PlaceSubject } from '../oracle/places.ts';
import { OPEN } from '../oracle/report-authority.ts';
import { REPORT_NAMES, REPORTS, type ReportName, report } from '../oracle/reports.ts';
import { CATEGORY_OF_THE_MINISTRY, NEIGHBOUR, SUBSTITUTES } from '../world/organisations.ts';
import { accountId, type AccountName } from '../world/people.ts';
import { CATEGORY } from '../world/reports.ts';
import type { World } from '../world/start.ts';

type Input = Record<string, unknown>;
/** An input that is right in itself, so that nothing but the authorisation decides. */
export type MutationAttempt = (world: World, subject: string) => Input;

const TEXT = 'Alasan yang cukup panjang untuk semua.';

const onReport =
  (fields: Input | ((world: World, report: ReportName) => Input) = {}): MutationAttempt =>
  (world, name) => ({
    reportId: world.reports.byName[name as ReportName].id,
    ...(typeof fields === 'function' ? fields(world, name as ReportName) : fields),
  });
const onPlace =
  (fields: Input | ((world: World, place: PlaceSubject) => Input) = {}): MutationAttempt =>
  (world, name) => ({
    organisationId: world.places[name as Place],
    ...(typeof fields === 'function' ? fields(world, name as PlaceSubject) : fields),
  });
const onOfficer =
  (fields: Input = {}): MutationAttempt =>
  (_world, name) => ({ officerId: accountId(name as OfficerName), ...fields });
const onCase =
  (fields: Input): MutationAttempt =>
  ({ reports }, name) => ({ caseId: `${reports.byName[name as ReportName].id}-1`, ...fields });
const isHandedOver = (name: ReportName) => name.includes('handed over');

/** A unit below the one that leads. */
const belowTheLead = ({ places }: World, name: ReportName): string =>
  places[
    isHandedOver(name)
      ? 'below the unstaffed unit'
      : name.includes('another agency')
        ? "below the other city's unit"
        : 'unit below'
  ];

/** To whom a known officer's further post is given: somebody of the same government, who has none like it. */
const ANOTHER_OFFICER: Record<PlaceSubject, AccountName> = {
  city: 'field officer below the unit',
  unit: 'field officer below the unit',
  'unit below': 'field officer below the unit',
  'sibling unit': 'field officer below the unit',
  'other city': 'head of the other city',
  "other city's unit": 'head of the other city',
  province: 'head of the province',
  ministry: 'head of the ministry',
};
const further = (role: string) =>
  onPlace((_world, place) => ({
    officerId: accountId(
      // The field officer of the unit below has this very post there.
      role === 'FIELD_OFFICER' && place === 'unit below'
        ? 'field officer of the unit'
        : ANOTHER_OFFICER[place],
    ),
    role,
  }));
const invite = (role: string) =>
  onPlace({ name: 'Petugas baru', email: `baru-${randomUUID().slice(0, 8)}@matriks.contoh.go.id`, role });
/** Kinds of unit differ between local governments and ministries. */
const unitKind = (place: PlaceSubject) => (place === 'ministry' ? 'AGENCY' : 'OPD');

const handOver = onReport(({ places }, name) => ({
  organisationId: places[isHandedOver(name) ? 'unstaffed unit' : 'unit'],
}));
const answer = (kind: string) =>
  onReport({
    kind,
    text: TEXT,
    promisedOn: '2026-12-15',
    outcome: 'SOLVED',
    noProofReason: TEXT,
    obstacleReason: 'WEATHER',
  });

let tries = 0;

const blackOut = (rule: string) =>
  onReport(({ reports }, name) => ({
    attachmentId: reports.byName[name].photoId ?? randomUUID(),
    areas: [{ x: 0, y: 0, width: 0.5, height: 0.5 }],
    reason: TEXT,
    rule,
  }));
const YEAR_FILE = 'date,name,kind,status\n2027-01-01,Tahun Baru Masehi,national,official\n';
const LIMITS = [
  'VERIFICATION',
  'FIRST_RESPONSE',
  'FOLLOW_UP',
  'OUTER_LIMIT',
  'REPLY_TURN',
  'OMBUDSMAN',
  'OMBUDSMAN_CLARIFICATION',
  'AUTO_CLOSE',
  'POSTPONEMENT',
  'INFORMATION_PAUSE',
]
  .map((rule): Input => ({ rule, days: 7, unit: 'WORKING' }))
  .concat(
    [
      'INFORMATION_REQUEST',
      'ASPIRATION',
      'GRIEVANCE',
      'DISPUTE_WITHOUT_INSPECTION',
      'DISPUTE_WITH_INSPECTION',
    ].map((reportClass) => ({ rule: 'RESOLUTION', reportClass, days: 7, unit: 'WORKING' })),
  );

/** How every mutation of the graph is tried, in each of its ways. */
export const MUTATION_ATTEMPTS: Record<string, Record<string, MutationAttempt>> = {
  saveHoliday: {
    '': () => ({
      date: '2026-11-25',
      name: 'Pemilihan Serentak',
      kind: 'NATIONAL',
      status: 'OFFICIAL',
      decree: 'Keppres 12/2026',
    }),
  },
  removeHoliday: { '': () => ({ date: '2026-12-24', decree: 'SKB 5/2026' }) },
  importHolidays: {
    '': () => ({ year: 2027, csv: YEAR_FILE, decree: 'SKB 1/2027', dryRun: false }),
    'dry run': () => ({ year: 2027, csv: YEAR_FILE, dryRun: true }),
  },
  savePolicy: {
    '': () => ({ effectiveFrom: '2027-01-01', decree: 'Permen PANRB 1/2027', limits: LIMITS }),
  },
  migrateRunningClocks: {
    '': () => ({ policyVersion: 'permen-panrb-5-2025', kinds: ['FOLLOW_UP'], reason: TEXT, dryRun: false }),
  },
  changeRetention: {
    '': () => ({ rule: 'originals', days: 400, startsOn: '2026-12-01', reason: TEXT, expectedCount: 100 }),
  },
  changeCategory: {
    '': () => ({
      categoryId: CATEGORY,
      identityRequirement: 'IDENTITY',
      isSensitive: false,
      needsSupportingData: true,
      reason: TEXT,
      expectedVersion: 0,
    }),
  },
  submitReport: {
    '': () => ({
      submissionKey: randomUUID(),
      kind: 'COMPLAINT',
      title: 'Lampu jalan padam',
      text: 'Lampu jalan di depan sekolah kami padam sejak dua pekan lalu.',
      categoryId: CATEGORY,
      regionCode: '13.71.09',
    }),
    'on behalf': () => ({
      submissionKey: randomUUID(),
      kind: 'COMPLAINT',
      title: 'Lampu jalan padam',
      text: 'Lampu jalan di depan sekolah kami padam sejak dua pekan lalu.',
      onBehalf: { consentRecordedAs: 'PAPER_SIGNED', note: 'Map 3.' },
    }),
  },
  archiveJunkGroup: { '': ({ reports }) => ({ groupId: reports.junkGroupId, code: 'SPAM', text: TEXT }) },
  releaseFromJunk: { '': onReport() },
  exportOwnData: { '': onReport(), 'of the account': () => ({}) },
  eraseOwnData: { '': onReport() },
  requestNewAccessCode: {
    '': ({ reports }) => ({
      number: reports.byName['filed without account'].number,
      contact: 'bukan-alamatnya@warga.contoh.id',
    }),
  },
  renewAccessCode: {
    '': ({ reports }) => ({ token: reports.lostCodeToken }),
    'with a wrong token': ({ reports }) => ({ token: [...reports.lostCodeToken].toReversed().join('') }),
  },
  claimReport: {
    '': ({ reports }) => ({
      number: reports.byName['filed without account'].number,
      accessCode: reports.accessCode,
    }),
    'with a wrong code': ({ reports }) => ({
      number: reports.byName[REPORT_NAMES[(tries += 1) % (REPORT_NAMES.length - 1)]!].number,
      accessCode: reports.accessCode,
    }),
  },
  openReport: {
    '': ({ reports }) => ({
      number: reports.byName['filed without account'].number,
      accessCode: reports.accessCode,
    }),
    // Another one each time: a number is looked up so often only.
    'with a wrong code': ({ reports }) => ({
      number: reports.byName[REPORT_NAMES[(tries += 1) % (REPORT_NAMES.length - 1)]!].number,
      accessCode: reports.accessCode,
    }),
  },
  openHandOver: {
    '': ({ reports }) => ({ token: reports.handOverToken }),
    'with a wrong token': ({ reports }) => ({ token: [...reports.handOverToken].toReversed().join('') }),
  },
  verifyReport: {
    '': onReport(({ places }) => ({
      class: 'GRIEVANCE',
      categoryId: CATEGORY,
      leadOrganisationId: places['sibling unit'],
      safeToPublish: true,
    })),
  },
  postponeReport: { '': onReport({ missingData: TEXT }) },
  archiveReport: { '': onReport({ code: 'SPAM', text: TEXT }) },
  reclassifyReport: { '': onReport({ class: 'DISPUTE_WITHOUT_INSPECTION', reason: TEXT }) },
  disposeReport: { '': onReport((world, name) => ({ organisationId: belowTheLead(world, name) })) },
  assignCoHandlers: { '': onReport((world, name) => ({ organisationIds: [belowTheLead(world, name)] })) },
  changeLead: { '': onReport((world, name) => ({ organisationId: belowTheLead(world, name) })) },
  returnReport: { '': onReport({ reason: 'NOT_OUR_TASK', text: TEXT }) },
  answerReport: {
    ACKNOWLEDGEMENT: answer('ACKNOWLEDGEMENT'),
    PLAN: answer('PLAN'),
    RESULT: answer('RESULT'),
    OBSTACLE: answer('OBSTACLE'),
  },
  correctAnswer: {
    '': onReport(({ reports }, name) => ({ entryId: reports.answers[name], text: `${TEXT} Diperbaiki.` })),
  },
  requestInformation: { '': onReport({ text: TEXT }) },
  proposeClosing: { '': onReport({ reason: TEXT }) },
  closeReport: { '': onReport({ reason: TEXT }) },
  flagReport: { '': onReport({ anonymous: true, confidential: true, reason: TEXT }) },
  removeFlag: { '': onReport({ anonymous: true, confidential: true }) },
  revealIdentity: { '': onReport(() => ({ reason: TEXT, requestKey: randomUUID() })) },
  completeReportData: { '': onReport({ text: TEXT }) },
  replyToReport: { '': onReport({ text: TEXT }) },
  confirmReport: { '': onReport() },
  disputeReport: { '': onReport({ text: TEXT }) },
  rateReport: { well: onReport({ score: 5 }), badly: onReport({ score: 1 }) },
  withdrawReport: { '': onReport() },
  appealArchive: { '': onReport({ text: TEXT }) },
  supportReport: { '': onReport() },
  withdrawSupport: { '': onReport() },
  followReport: { '': onReport() },
  unfollowReport: { '': onReport() },
  followArea: { '': () => ({ regionCode: '13', categoryId: CATEGORY }) },
  unfollow: { '': ({ reports }) => ({ followId: reports.followId }) },
  saveFilter: { '': () => ({ kind: 'INBOX', name: 'Dicoba', values: { overdue: true } }) },
  deleteFilter: { '': ({ reports }) => ({ id: reports.filterId }) },
  writeToReporter: { '': onReport({ text: TEXT }) },
  replyPrivately: { '': onReport({ text: TEXT }) },
  setNotificationSettings: { '': onReport({ wantsNews: false }) },
  markDuplicate: {
    '': onReport(({ reports }, name) => {
      const alike = REPORT_NAMES.find(
        (other) =>
          other !== name &&
          REPORTS[other].isConfidential === REPORTS[name].isConfidential &&
          OPEN.includes(REPORTS[other].state),
      )!;
      return { masterNumber: reports.byName[alike].number, reason: TEXT };
    }),
  },
  unmarkDuplicate: { '': onReport({ reason: TEXT }) },
  withholdReport: { '': onReport({ reason: TEXT, rule: 'SLANDER' }) },
  releaseReport: { '': onReport() },
  redactReport: {
    '': onReport({ title: '[nama disamarkan]', reason: TEXT, rule: 'PERSONAL_DATA' }),
    'by any rule': onReport({ title: 'Judul tanpa nama siapa pun', reason: TEXT, rule: 'SLANDER' }),
  },
  redactPhoto: { '': blackOut('PERSONAL_DATA'), 'by any rule': blackOut('CHILD') },
  handOverReport: { '': handOver },
  revokeHandOver: { '': handOver },
  printHandOverLetter: { '': handOver },

  leaseReports: { '': () => ({ first: 1, requestKey: randomUUID() }) },
  leaseReport: { '': onReport() },
  releaseLease: { '': onReport() },
  markPresence: { '': onReport({ activity: 'READING' }) },
  addNote: { '': onReport({ text: TEXT, mentionedOfficerIds: [accountId('national admin')] }) },
  approveAnswer: { '': onReport(({ reports }) => ({ proposalId: reports.proposalId })) },
  rejectAnswer: { '': onReport(({ reports }) => ({ proposalId: reports.proposalId, reason: TEXT })) },
  setAnswerApproval: { '': onPlace({ mode: 'RESULTS' }) },
  applyBulk: {
    'to acknowledge': ({ reports }, name) => ({
      action: 'ACKNOWLEDGE',
      reportIds: [reports.byName[name as ReportName].id],
      requestKey: randomUUID(),
      text: TEXT,
    }),
    'to archive': ({ reports }, name) => ({
      action: 'ARCHIVE',
      reportIds: [reports.byName[name as ReportName].id],
      requestKey: randomUUID(),
      code: 'SPAM',
      text: TEXT,
    }),
  },
  createWorkOrder: {
    '': onReport(({ places }, name) => ({
      organisationId: places[report(name).handlers[0] ?? 'unit'],
      task: 'Ukur dan foto lubang.',
      placeText: 'Depan pasar',
      dueOn: '2026-11-25',
    })),
  },
  openWorkOrder: {
    '': ({ reports }) => ({ token: reports.workOrderToken }),
    'with a wrong token': ({ reports }) => ({ token: [...reports.workOrderToken].toReversed().join('') }),
  },
  addWorkOrderEvidence: {
    '': ({ reports }, name) => ({ workOrderId: reports.workOrders[name as ReportName], note: TEXT }),
  },
  finishWorkOrder: { '': ({ reports }, name) => ({ workOrderId: reports.workOrders[name as ReportName] }) },
  cancelWorkOrder: { '': ({ reports }, name) => ({ workOrderId: reports.workOrders[name as ReportName] }) },
  undoChange: { '': onReport(({ reports }) => ({ requestKey: reports.undoneKey })) },
  saveAnswerDraft: { '': onReport({ kind: 'PLAN', text: TEXT }) },
  discardAnswerDraft: { '': onReport() },
  saveAnswerTemplate: {
    '': onPlace({ kind: 'PLAN', title: 'Rencana yang dicoba', text: `${TEXT} {nomor}` }),
    'for every agency': ({ places }) => ({
      organisationId: places['ministry of the desk'],
      isNational: true,
      kind: 'PLAN',
      title: 'Rencana untuk semua',
      text: `${TEXT} {nomor}`,
    }),
  },
  retireAnswerTemplate: {
    '': onPlace(({ reports }, place) => ({ templateId: reports.templates[place as 'city' | 'unit'] })),
    'for every agency': ({ places, reports }) => ({
      organisationId: places['ministry of the desk'],
      templateId: reports.templates.national,
    }),
  },
  markMentionsRead: { '': () => ({ noteIds: [randomUUID()] }) },

  createOrganisation: {
    'a unit': ({ places }, name) => ({
      parentId: places[name as Place],
      kind: unitKind(name as PlaceSubject),
      name: 'Satuan yang dicoba',
      reason: TEXT,
    }),
    'a root': () => ({ kind: 'MINISTRY', name: 'Kementerian yang dicoba', reason: TEXT }),
  },
  renameOrganisation: { '': onPlace({ name: 'Nama yang dicoba', reason: TEXT }) },
  moveOrganisation: {
    '': onPlace(({ places }, place) => ({ newParentId: places[NEIGHBOUR[place]], reason: TEXT })),
  },
  mergeOrganisations: {
    '': ({ places }, name) => ({
      organisationIds: [places[name as Place]],
      intoId: places[NEIGHBOUR[name as PlaceSubject]],
      reason: TEXT,
    }),
  },
  retireOrganisation: {
    '': onPlace(({ places }, place) => ({ successorId: places[NEIGHBOUR[place]], reason: TEXT })),
  },
  restoreOrganisation: { '': onPlace({ reason: TEXT }) },
  cancelScheduledChange: {
    '': ({ organisations }, name) => ({ changeId: organisations.scheduledChange[name as PlaceSubject] }),
  },
  updateOrganisation: { '': onPlace({ phone: '0751 654321', headEmail: 'kepala@contoh.go.id' }) },
  setClosingDays: { '': onPlace({ year: 2027, days: [] }) },
  setDirectVerification: { '': onPlace({ isEnabled: true }) },
  importUnits: {
    '': onPlace(({ organisations }, place) => ({ ...organisations.unitsFile[place], reason: TEXT })),
  },
  setCategoryRoute: {
    'of the nation': () => ({ categoryId: CATEGORY, usualLevel: 'PROVINCE', unitKey: 'dpupr', reason: TEXT }),
    'of a government': ({ places }, name) => ({
      categoryId: ROUTED_CATEGORY[name as PlaceSubject] ?? CATEGORY,
      governmentId: places[name as Place],
      unitId: places[ROUTED_TO[name as PlaceSubject]],
      reason: TEXT,
    }),
  },

  inviteOfficer: Object.fromEntries(
    ['LIAISON_OFFICER', 'FIELD_OFFICER', 'AGENCY_HEAD', 'AGENCY_ADMIN', 'NATIONAL_ADMIN'].map((role) => [
      role,
      invite(role),
    ]),
  ),
  grantPost: { FIELD_OFFICER: further('FIELD_OFFICER'), AGENCY_ADMIN: further('AGENCY_ADMIN') },
  endPost: { '': ({ organisations }, name) => ({ postId: organisations.firstPost[name as OfficerName] }) },
  changeOfficerEmail: {
    '': (_world, name) => ({
      officerId: accountId(name as OfficerName),
      email: `pindah-${randomUUID().slice(0, 8)}@matriks.contoh.go.id`,
    }),
  },
  renameOfficer: { '': onOfficer({ name: 'Petugas lain nama' }) },
  suspendOfficer: { '': onOfficer({ reason: TEXT }) },
  reinstateOfficer: { '': onOfficer() },
  inviteOfficerAgain: { '': onOfficer() },
  delegatePost: {
    '': ({ organisations }, name) => ({
      postId: organisations.firstPost[name as OfficerName],
      substituteId: accountId(SUBSTITUTES[name as OfficerName]),
      from: '2027-01-11',
      until: '2027-01-20',
    }),
  },
  endDelegation: {
    '': ({ organisations }, name) => ({ delegationId: organisations.delegation[name as OfficerName] }),
  },
  declareReadiness: { '': onPlace({ kind: 'FACILITIES', number: '2/2026', note: 'Ada ruang.' }) },
  withdrawDeclaration: { '': onPlace({ kind: 'PROCEDURE', reason: TEXT }) },
  noteObstacle: { '': onPlace({ obstacle: 'Belum ada petugas.' }) },
  recordGuidanceVisit: { '': onPlace({ visitedOn: '2026-11-18', topics: 'Kesiapan unit pengaduan.' }) },
  requestOversight: { '': onReport({ reason: TEXT }) },
  openOversight: { '': onReport({ reason: TEXT }) },
  askClarification: { '': onCase({ text: TEXT }) },
  giveClarification: { '': onCase({ text: TEXT }) },
  writeOversightMessage: { '': onCase({ text: TEXT }) },
  recommend: { '': onCase({ text: TEXT }) },
  assignOversight: { '': onCase({ officeId: 'ombudsman', reason: TEXT }) },
  closeOversight: { '': onCase({ outcome: 'FOLLOWED_UP', text: TEXT }) },
  editLetter: { '': () => ({ letterId: 'tidak-ada', paragraphs: [TEXT], expectedVersion: 1 }) },
  approveLetter: { '': () => ({ letterId: 'tidak-ada' }) },
  recordLetterReply: { '': () => ({ letterId: 'tidak-ada', repliedOn: '2026-11-20', text: TEXT }) },
  savePriorityProgramme: {
    '': () => ({ name: 'Program baru', categoryIds: [CATEGORY], regionCodes: [], words: [] }),
  },
  endPriorityProgramme: { '': ({ reports }) => ({ programmeId: reports.programmeId }) },
};

/** A category that the nation's map leaves to this level. */
const ROUTED_CATEGORY: Partial<Record<PlaceSubject, string>> = {
  province: 'energi-dan-sumber-daya-alam.pertambangan',
  ministry: CATEGORY_OF_THE_MINISTRY,
};

/** The unit that a government chooses; what is no government has none to choose for. */
const ROUTED_TO: Record<PlaceSubject, keyof World['places']> = {
  city: 'sibling unit',
  unit: 'unit below',
  'unit below': 'unit below',
  'sibling unit': 'sibling unit',
  'other city': "other city's unit",
  "other city's unit": "other city's unit",
  province: "province's unit",
  ministry: "ministry's unit",
};
