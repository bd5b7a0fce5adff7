import { registerEnumType } from 'type-graphql';
import { STEP_KINDS, type StepKind } from '@lapor/events';
import { FILE_KINDS } from '@lapor/files';
import {
  ACTOR_KINDS,
  ANSWER_KINDS,
  ARCHIVE_CODES,
  ASSIGNMENT_ROLES,
  CLOSING_CODES,
  HISTORY_KINDS,
  OBSTACLE_REASONS,
  REPORT_CHANNELS,
  REPORT_CLASSES,
  REPORT_KINDS,
  REPORT_STATES,
  RESULT_OUTCOMES,
  SCAN_STATES,
  RETURN_REASONS,
  type HistoryKind,
} from './vocabulary.ts';

type Mirror<Values extends readonly string[]> = { [Value in Values[number]]: Value };

/** Registers a list of values as a GraphQL enum; each value must be described. */
function enumOf<const Values extends readonly string[]>(
  name: string,
  description: string,
  values: Values,
  descriptions: Record<Values[number], string>,
): Mirror<Values> {
  const mirror = Object.fromEntries(values.map((value) => [value, value])) as Mirror<Values>;
  registerEnumType(mirror, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      values.map((value) => [value, { description: descriptions[value as Values[number]] }]),
    ) as never,
  });
  return mirror;
}

export const ReportKindEnum = enumOf('ReportKind', 'What the citizen wants.', REPORT_KINDS, {
  COMPLAINT: 'Pengaduan: something is wrong.',
  ASPIRATION: 'Aspirasi: a wish or proposal.',
  INFORMATION_REQUEST: 'Permintaan informasi: a question.',
});

export const ReportClassEnum = enumOf(
  'ReportClass',
  'Set at verification; sets the length of the resolution clock.',
  REPORT_CLASSES,
  {
    INFORMATION_REQUEST: 'A question: 5 working days.',
    ASPIRATION: 'A wish: 5 working days.',
    GRIEVANCE: 'Keluhan: 5 working days.',
    DISPUTE_WITHOUT_INSPECTION:
      'A dispute or violation that needs no field inspection (tidak berkadar pengawasan): 14 working days.',
    DISPUTE_WITH_INSPECTION:
      'A dispute or violation that needs field inspection (berkadar pengawasan): the outer limit of 60 calendar days.',
  },
);

/** Described by the `sla` service. */
export const StepKindEnum = Object.fromEntries(STEP_KINDS.map((kind) => [kind, kind])) as {
  [Kind in StepKind]: Kind;
};
registerEnumType(StepKindEnum, { name: 'StepKind' });

export const ReportStateEnum = enumOf('ReportState', 'Where a report stands.', REPORT_STATES, {
  SUBMITTED: 'Belum terverifikasi: waits for verification.',
  POSTPONED: 'Tertunda: the reporter must complete data; all clocks are paused.',
  DISPOSED: 'Terdisposisi: with a competent agency or unit, not yet followed up.',
  IN_PROGRESS:
    'Proses: answered with a plan or a result at least once. In the figures of 2018 "masih dalam proses" meant the opposite.',
  COMPLETED: 'Selesai: closed automatically, by the reporter, or by the national desk.',
  ARCHIVED: 'Arsip: not handled, with a reason; can be appealed.',
});

export const ReportChannelEnum = enumOf('ReportChannel', 'The door a report came in by.', REPORT_CHANNELS, {
  WEB: 'The web application.',
  ANDROID: 'The Android application.',
  IOS: 'The iOS application.',
  SMS: 'SMS to 1708.',
  X: 'A mention on X.',
  WHATSAPP: 'WhatsApp.',
  EMAIL: 'Mail.',
  COUNTER: 'A counter, entered by an officer.',
  API: "An agency's own system.",
  FACEBOOK: 'Facebook.',
  TELEGRAM: 'Telegram.',
});

export const AnswerKindEnum = enumOf(
  'AnswerKind',
  'The four kinds of answer; the difference is the heart of the clocks.',
  ANSWER_KINDS,
  {
    ACKNOWLEDGEMENT: 'We have it. Stops no clock.',
    PLAN: 'What will be done, by when. Stops the follow-up clock.',
    RESULT: 'What was done, with proof. Stops the resolution clock and starts automatic closing.',
    OBSTACLE: 'Why not, with a new promised day. Stops no clock, is counted and shown.',
  },
);

export const ResultOutcomeEnum = enumOf(
  'ResultOutcome',
  'How a result says that the matter ended; the text says more.',
  RESULT_OUTCOMES,
  {
    SOLVED: 'It is solved.',
    PARTLY_SOLVED: 'A part of it is solved; the text says what is not.',
    CANNOT_BE_SOLVED: 'It cannot be solved; the text says why.',
  },
);

export const ObstacleReasonEnum = enumOf('ObstacleReason', 'What stands in the way.', OBSTACLE_REASONS, {
  BUDGET: 'There is no budget yet.',
  AUTHORITY: 'A permission or decision of somebody else is needed.',
  WEATHER: 'Weather or a disaster.',
  MATERIAL: 'Material, equipment or staff is missing.',
  WAITING_FOR_OTHERS: 'The work of others has to come first.',
  LEGAL: 'A rule or a dispute at law.',
  OTHER: 'Something else, in the text.',
});

export const ArchiveCodeEnum = enumOf('ArchiveCode', 'Why a report was not handled.', ARCHIVE_CODES, {
  NOT_COMPLETED: 'The missing data never came.',
  DUPLICATE: 'The same matter is handled in another report.',
  REFERRED_OUTSIDE: 'Not about public services; the reporter is told where to go.',
  HATE_OR_HOAX: 'Hate or hoax.',
  SPAM: 'Spam.',
  WITHDRAWN: 'The reporter took it back.',
});

export const ClosingCodeEnum = enumOf('ClosingCode', 'How a report was completed.', CLOSING_CODES, {
  AUTOMATIC: '10 working days after a result without a word.',
  CONFIRMED: 'By the reporter.',
  NATIONAL_ADMIN: 'By the national desk, with a reason.',
  WITH_MASTER: 'With the report of the same matter that it followed.',
});

export const ReturnReasonEnum = enumOf(
  'ReturnReason',
  'Why an agency says "not our authority".',
  RETURN_REASONS,
  {
    NOT_OUR_TASK: 'Another unit has this task.',
    OTHER_REGION: 'It lies in another region.',
    OTHER_LEVEL: 'Another level of government is competent.',
    UNIT_MERGED: 'The unit was merged or no longer exists.',
    OTHER: 'Another reason, in the text.',
  },
);

export const AssignmentRoleEnum = enumOf(
  'AssignmentRole',
  'How a unit takes part in a report.',
  ASSIGNMENT_ROLES,
  {
    LEAD: 'Gives the public answer.',
    CO_HANDLER: 'Helps; has a follow-up clock of its own.',
  },
);

export const ActorKindEnum = enumOf('ActorKind', 'Who acted.', ACTOR_KINDS, {
  CITIZEN: 'The reporter.',
  OFFICER: 'An officer.',
  SYSTEM: 'The platform: a clock, or a change of the organisations.',
});

/** What each kind of history entry says. */
export const HISTORY_DESCRIPTIONS: Record<HistoryKind, string> = {
  SUBMITTED: 'The report came in.',
  COMPLETED_DATA: 'The reporter completed the data.',
  VERIFIED: 'It was verified.',
  POSTPONED: 'The verifier asked for data.',
  ARCHIVED: 'It was archived.',
  APPEALED: 'The reporter appealed the archive.',
  RECLASSIFIED: 'It got another class.',
  DISPOSED: 'It was passed to an organisation.',
  CO_HANDLERS_CHANGED: 'Other units help from now on.',
  LEAD_CHANGED: 'Another unit gives the public answer from now on; the one before helps.',
  RETURNED: 'An agency said that it is not competent.',
  ACKNOWLEDGED: 'An agency acknowledged it.',
  PLANNED: 'An agency said what it will do.',
  RESULT: 'An agency said what it did.',
  OBSTACLE: 'An agency said why it could not.',
  CORRECTED: 'An agency put the words of an answer right; both versions stay.',
  ANSWER_PROPOSED: 'An answer was written that waits for approval; for officers. `reasonCode`: its kind.',
  ANSWER_REJECTED: 'An answer that waited was given back; for officers. `reasonCode`: its kind.',
  REPLIED: 'The reporter or the national desk wrote.',
  INFORMATION_REQUESTED: 'An agency asked the reporter.',
  CLOSING_PROPOSED: 'An agency proposed to close it.',
  CONFIRMED: 'The reporter said that it is settled.',
  COMPLETED: 'It was completed, by time or by the national desk.',
  DISPUTED: 'The reporter said that it is not settled.',
  RATED: 'The reporter rated it.',
  WITHDRAWN: 'The reporter took it back.',
  FLAGGED: 'Protection was added.',
  FLAG_REMOVED: 'The reporter took protection off.',
  IDENTITY_REVEALED: 'An officer read the identity, with a reason.',
  PUBLISHED: 'It was published.',
  WITHHELD: 'It was held back from publication.',
  MARKED_DUPLICATE: 'It was linked to another report of the same matter, which it follows from now on.',
  UNMARKED_DUPLICATE:
    'It follows no other report any more. `reasonCode` MASTER_ENDED: because nobody handles that one.',
  REDACTED: 'Personal data were blacked out.',
  REASSIGNED:
    'The organisation was merged, moved or retired, and the report went along; no clock began anew. `reasonCode`: MERGED, MOVED, RETIRED, UNSTAFFED (a desk at which nobody works any more), or RIGHT_ENDED (one that does not verify its own reports any more).',
  HANDED_OVER:
    'Nobody staffs the organisation yet: a stand-in answers, and its head got a link by which to answer.',
  HAND_OVER_ENDED: 'That link ended. `reasonCode`: STAFFED, EXPIRED or REVOKED.',
  MESSAGE: 'A private word between those who handle it and the reporter; the public sees none of it.',
};

export const HistoryKindEnum = enumOf('HistoryKind', 'What happened.', HISTORY_KINDS, HISTORY_DESCRIPTIONS);

export const AttachmentKindEnum = enumOf('AttachmentKind', 'What a file is.', FILE_KINDS, {
  PHOTO: 'A picture, encoded anew without metadata; published with its report.',
  DOCUMENT: 'A PDF, sealed evidence.',
  VIDEO: 'A short video, sealed evidence.',
  AUDIO: 'A sound, sealed evidence.',
});

export const ScanStateEnum = enumOf('ScanState', 'Whether a scanner looked into a file.', SCAN_STATES, {
  CLEAN: 'It did, and found nothing harmful.',
  NOT_SCANNED: 'None did: open it with care.',
  INFECTED: 'It did, after the file was kept, and found something harmful: nobody can open it any more.',
});
