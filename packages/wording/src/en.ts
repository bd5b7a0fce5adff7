import { words as basic } from './en-basic.ts';
import type { DayUnit, HistoryFacts, HistoryKind, Words } from './words.ts';

const archiveCodes: Words['archiveCodes'] = {
  NOT_COMPLETED: 'information was not supplied',
  DUPLICATE: 'same as another report',
  REFERRED_OUTSIDE: 'outside public services',
  HATE_OR_HOAX: 'hate speech or hoax',
  SPAM: 'not a report',
  WITHDRAWN: 'withdrawn by the reporter',
};

const returnReasons: Words['returnReasons'] = {
  NOT_OUR_TASK: 'not our task',
  OTHER_REGION: 'another region',
  OTHER_LEVEL: 'another level of government',
  UNIT_MERGED: 'unit has been merged',
  OTHER: 'another reason',
};

const resultOutcomes: Words['resultOutcomes'] = {
  SOLVED: 'solved',
  PARTLY_SOLVED: 'solved in part',
  CANNOT_BE_SOLVED: 'cannot be solved',
};

const obstacleReasons: Words['obstacleReasons'] = {
  BUDGET: 'no budget yet',
  AUTHORITY: 'waiting for somebody else’s permission or decision',
  WEATHER: 'weather or disaster',
  MATERIAL: 'material, equipment or staff missing',
  WAITING_FOR_OTHERS: 'waiting for the work of others',
  LEGAL: 'a rule or a dispute at law',
  OTHER: 'another reason',
};

const closings: Record<string, string> = {
  AUTOMATIC: 'Closed by itself: 10 working days without a response',
  CONFIRMED: 'Completed',
  WITH_MASTER: 'Completed with the similar report',
  NATIONAL_ADMIN: 'Closed by the national desk',
};

const actor = ({ actorKind, toReporter, organisation }: HistoryFacts) =>
  actorKind === 'CITIZEN' ? (toReporter ? 'You' : 'The reporter') : (organisation ?? 'The national desk');
const because = (reason: string | undefined) => (reason ? `: ${reason}` : '');
const lookUp = (table: Record<string, string>, code: string | null | undefined) =>
  code ? table[code] : undefined;

const reassignments: Record<string, string> = {
  MERGED: 'because of a merger',
  MOVED: 'because the unit was moved',
  RETIRED: 'because the unit no longer exists',
  UNSTAFFED: 'because nobody works there yet',
  RIGHT_ENDED: 'because that agency does not verify its own reports any more',
};
const handOverEnds: Record<string, string> = {
  STAFFED: 'it has officers now',
  EXPIRED: 'its time is over',
  REVOKED: 'the link was revoked',
};
/** Whose answer it is, when a stand-in gives it. */
const onBehalf = ({ toOrganisation }: HistoryFacts) => (toOrganisation ? ` for ${toOrganisation}` : '');

const countOf = (days: number, unit: DayUnit) => plural(days, unit === 'WORKING' ? 'working day' : 'day');

const sentences: Record<HistoryKind, (facts: HistoryFacts) => string> = {
  SUBMITTED: () => 'Report received',
  COMPLETED_DATA: (facts) => `${actor(facts)} supplied the missing information`,
  VERIFIED: () => 'Report checked',
  POSTPONED: ({ toReporter }) =>
    toReporter ? 'We need information from you' : 'Waiting for information from the reporter',
  ARCHIVED: ({ reasonCode }) => `Report archived${because(lookUp(archiveCodes, reasonCode))}`,
  APPEALED: (facts) => `${actor(facts)} appealed`,
  RECLASSIFIED: () => 'Class of the report changed',
  DISPOSED: ({ toOrganisation }) =>
    toOrganisation ? `Passed on to ${toOrganisation}` : 'Passed on to an agency',
  CO_HANDLERS_CHANGED: (facts) =>
    facts.reasonCode
      ? `${actor(facts)} gave its part back${because(lookUp(returnReasons, facts.reasonCode))}`
      : 'Other units help now',
  LEAD_CHANGED: ({ toOrganisation }) => `${toOrganisation ?? 'Another unit'} leads now`,
  RETURNED: (facts) =>
    `${actor(facts)} returned the report${because(lookUp(returnReasons, facts.reasonCode))}`,
  ACKNOWLEDGED: (facts) => `${actor(facts)} has received the report${onBehalf(facts)}`,
  PLANNED: (facts) => `Plan from ${actor(facts)}${onBehalf(facts)}`,
  RESULT: (facts) =>
    `Result from ${actor(facts)}${onBehalf(facts)}${because(lookUp(resultOutcomes, facts.reasonCode))}`,
  OBSTACLE: (facts) =>
    `Obstacle reported by ${actor(facts)}${onBehalf(facts)}${because(lookUp(obstacleReasons, facts.reasonCode))}`,
  CORRECTED: (facts) => `${actor(facts)} corrected its answer`,
  ANSWER_PROPOSED: () => 'An answer waits for approval',
  ANSWER_REJECTED: () => 'An answer was given back',
  REPLIED: (facts) => `${actor(facts)} replied`,
  INFORMATION_REQUESTED: (facts) => `${actor(facts)} asked a question`,
  CLOSING_PROPOSED: (facts) => `${actor(facts)} proposed to close the report`,
  CONFIRMED: (facts) => `${actor(facts)} confirmed it is solved`,
  COMPLETED: ({ reasonCode }) => lookUp(closings, reasonCode) ?? 'Completed',
  DISPUTED: (facts) => `${actor(facts)} said it is not solved yet`,
  RATED: (facts) => `${actor(facts)} gave a rating`,
  WITHDRAWN: (facts) => `${actor(facts)} withdrew the report`,
  FLAGGED: () => 'Protection added',
  FLAG_REMOVED: (facts) => `${actor(facts)} removed a protection`,
  IDENTITY_REVEALED: (facts) =>
    `${actor(facts)} opened ${facts.toReporter ? 'your' : 'the reporter’s'} identity`,
  PUBLISHED: () => 'Report shown to the public',
  WITHHELD: () => 'Report not shown to the public',
  MARKED_DUPLICATE: () => 'Joined with a similar report',
  UNMARKED_DUPLICATE: ({ reasonCode }) =>
    reasonCode === 'MASTER_ENDED'
      ? 'Parted from the similar report, which is not being handled'
      : 'Parted from the similar report',
  REDACTED: () => 'Personal data masked',
  REASSIGNED: ({ organisation, toOrganisation, reasonCode }) =>
    [
      `Taken over ${organisation && organisation !== toOrganisation ? `from ${organisation} ` : ''}by ${toOrganisation ?? 'the national desk'}`,
      lookUp(reassignments, reasonCode),
    ]
      .filter(Boolean)
      .join(' '),
  HANDED_OVER: ({ toOrganisation }) =>
    `Handed over to the head of ${toOrganisation ?? 'the agency'}, which is not connected yet`,
  HAND_OVER_ENDED: ({ toOrganisation, reasonCode }) =>
    `The hand-over to the head of ${toOrganisation ?? 'the agency'} ended${because(lookUp(handOverEnds, reasonCode))}`,
  MESSAGE: ({ actorKind, organisation, toReporter }) => {
    if (actorKind === 'CITIZEN')
      return toReporter ? 'Private message from you' : 'Private message of the reporter';
    return `Private message from ${organisation ?? 'the national desk'}`;
  },
};

const plural = (days: number, noun: string) => `${days} ${noun}${days === 1 ? '' : 's'}`;

export const words: Words = {
  ...basic,
  classes: {
    INFORMATION_REQUEST: 'Information request',
    ASPIRATION: 'Aspiration',
    GRIEVANCE: 'Grievance',
    DISPUTE_WITHOUT_INSPECTION: 'Dispute or violation, no field inspection',
    DISPUTE_WITH_INSPECTION: 'Dispute or violation, with field inspection',
  },
  channels: {
    WEB: 'Website',
    ANDROID: 'Android app',
    IOS: 'iOS app',
    SMS: 'SMS',
    X: 'X',
    WHATSAPP: 'WhatsApp',
    EMAIL: 'Email',
    COUNTER: 'Counter',
    API: 'API',
    FACEBOOK: 'Facebook',
    TELEGRAM: 'Telegram',
  },
  archiveCodes,
  returnReasons,
  resultOutcomes,
  obstacleReasons,
  answerKinds: { ACKNOWLEDGEMENT: 'Acknowledgement', PLAN: 'Plan', RESULT: 'Result', OBSTACLE: 'Obstacle' },
  clocks: {
    VERIFICATION: 'Checking',
    FIRST_RESPONSE: 'First news',
    FOLLOW_UP: 'First follow-up',
    RESOLUTION: 'Resolution',
    OUTER_LIMIT: 'Outer limit',
    REPLY_TURN: 'Answer to a message',
    OMBUDSMAN: 'Ombudsman oversight',
    AUTO_CLOSE: 'Closes by itself',
    POSTPONEMENT: 'Missing information',
  },
  clocksShort: {
    VERIFICATION: 'checking',
    FIRST_RESPONSE: 'first news',
    FOLLOW_UP: 'follow-up',
    RESOLUTION: 'resolution',
    OUTER_LIMIT: 'outer limit',
    REPLY_TURN: 'reply',
    OMBUDSMAN: 'Ombudsman',
    AUTO_CLOSE: 'auto-close',
    POSTPONEMENT: 'reporter’s data',
  },
  clockStatuses: {
    RUNNING: 'Running',
    PAUSED: 'Paused',
    MET: 'On time',
    MISSED: 'Missed',
    CANCELLED: 'No longer applies',
  },
  handOverStates: {
    WAITING: 'Being sent',
    SENT: 'Sent to the head',
    LETTER_NEEDED: 'Needs a letter',
    OPENED: 'Opened by the head',
    ANSWERED: 'Answered by the head',
    EXPIRED: 'Past its time',
    REVOKED: 'Revoked',
    ENDED: 'Ended',
  },
  pauses: {
    POSTPONED: 'waiting for the reporter’s information',
    INFORMATION_REQUESTED: 'waiting for the reporter’s answer',
    RESULT: 'a result was given',
    RETURNED: 'the report was returned',
    CLOSED: 'the report was closed',
  },
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  weekend: 'weekend',
  overdue: 'Late',
  daysLeft: (days, unit) => `${countOf(days, unit)} left`,
  overdueBy: (days, unit) => `${countOf(days, unit)} late`,
  workingDays: (days) => plural(days, 'working day'),
  calendarDays: (days) => plural(days, 'day'),
  history: (facts) => sentences[facts.kind](facts),
};
