import { ChangeRefused, RequestInput } from '@lapor/request/graphql';
import { Connection, DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SkippedDay } from '../calendar/index.ts';
import { Organisation, Report } from '../clock/index.ts';
import { DayUnit } from '../policy/graphql-index.ts';
import type { CaseRow, LetterRow } from './repository.ts';
import {
  CASE_ENTRY_KINDS,
  LETTER_STATES,
  OVERSIGHT_ORIGINS,
  OVERSIGHT_OUTCOMES,
  OVERSIGHT_STATES,
  type CaseEntryKind,
  type LetterState as LetterStateName,
  type OversightOrigin as OriginName,
  type OversightOutcome as OutcomeName,
  type OversightState as StateName,
} from './vocabulary.ts';

const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

export const OversightState = enumOf(OVERSIGHT_STATES);
registerEnumType(OversightState, {
  name: 'OversightState',
  description: 'How far a case of the Ombudsman is; the state of the report is another matter.',
  valuesConfig: {
    OPENED: { description: 'The Ombudsman looks at it.' },
    CLARIFICATION_ASKED: { description: 'The agency is to explain itself.' },
    CLARIFICATION_GIVEN: { description: 'The agency has explained itself.' },
    RECOMMENDATION: { description: 'The Ombudsman has said what should be done.' },
    CLOSED: { description: 'The case has ended.' },
  },
});

export const OversightOrigin = enumOf(OVERSIGHT_ORIGINS);
registerEnumType(OversightOrigin, {
  name: 'OversightOrigin',
  description: 'Who opened a case.',
  valuesConfig: {
    RULE: { description: 'The rule: the clock of the Ombudsman ran out without a plan or result.' },
    REPORTER: { description: 'The reporter asked for it.' },
    OMBUDSMAN: { description: 'The Ombudsman of its own accord.' },
  },
});

export const OversightOutcome = enumOf(OVERSIGHT_OUTCOMES);
registerEnumType(OversightOutcome, {
  name: 'OversightOutcome',
  description: 'What came of a case.',
  valuesConfig: {
    FOLLOWED_UP: { description: 'The agency followed the report up.' },
    RECOMMENDATION_FOLLOWED: { description: 'The agency did what was recommended.' },
    RECOMMENDATION_NOT_FOLLOWED: { description: 'The agency did not do what was recommended.' },
    NO_MALADMINISTRATION: { description: 'The Ombudsman found nothing wrong.' },
    REPORT_ENDED: { description: 'The report ended otherwise, as by its withdrawal.' },
  },
});

export const OversightEntryKind = enumOf(CASE_ENTRY_KINDS);
registerEnumType(OversightEntryKind, {
  name: 'OversightEntryKind',
  description: 'What happened in a case.',
  valuesConfig: {
    CASE_OPENED: { description: 'It was opened.' },
    CASE_ASSIGNED: { description: 'It was given to another office.' },
    CLARIFICATION_ASKED: { description: 'A clarification was asked for.' },
    CLARIFICATION_GIVEN: { description: 'The agency explained itself.' },
    CASE_MESSAGE_WRITTEN: { description: 'A word between Ombudsman and agency.' },
    CASE_RECOMMENDED: { description: 'The Ombudsman said what should be done.' },
    CASE_CLOSED: { description: 'The case ended.' },
    LETTER_DRAFTED: { description: 'A letter to the highest official was drafted.' },
    LETTER_APPROVED: { description: 'A person approved the letter.' },
    LETTER_SENT: { description: 'The letter left by mail.' },
    LETTER_FAILED: { description: 'The letter could not be delivered by mail.' },
    LETTER_REPLIED: { description: 'The letter was replied to.' },
  },
});

export const LetterState = enumOf(LETTER_STATES);
registerEnumType(LetterState, {
  name: 'OversightLetterState',
  description: 'How far a letter is.',
  valuesConfig: {
    DRAFT: { description: 'Waits for a person who reads and approves it.' },
    APPROVED: { description: 'Approved, and on its way.' },
    SENT: { description: 'Handed over to the mail server of its addressee.' },
    FAILED: { description: 'No mail could bring it; it can be sent again or go by post.' },
    REPLIED: { description: 'Replied to.' },
  },
});

@ObjectType({ description: 'An explanation that the Ombudsman asked an agency for.' })
export class OversightClarification {
  @Field(() => DateTime, { description: 'When it was asked for; this day is not counted.' })
  askedAt!: Date;

  @Field(() => Organisation, { nullable: true, description: 'Who was asked; null for the national desk.' })
  organisation!: Organisation | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was given.' })
  givenAt!: Date | null;

  @Field(() => DateTime, { description: 'Exclusive end: the local midnight after the last day.' })
  dueAt!: Date;

  @Field(() => LocalDate, { description: 'The last day.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Given after its end, or still waited for past it.' })
  isMissed!: boolean;

  @Field(() => Int, { description: 'Working days left; 0 on the last day, negative when late.' })
  workingDaysLeft!: number;

  @Field(() => String, { description: 'IANA zone in which its days are counted.' })
  timeZone!: string;

  @Field(() => Int, { description: 'How many days.' })
  length!: number;

  @Field(() => DayUnit, { description: 'Which days.' })
  unit!: keyof typeof DayUnit;

  @Field(() => [LocalDate], { description: 'The days that were counted, in order.' })
  countedDays!: string[];

  @Field(() => [SkippedDay], { description: 'The days in between that were not, and why.' })
  skippedDays!: SkippedDay[];

  @Field(() => String, { description: 'Version of the rule with the number of days.' })
  policyVersion!: string;

  @Field(() => String, { description: 'Version of the calendar of holidays.' })
  calendarVersion!: string;
}

@ObjectType({ description: 'Something that happened in a case.' })
export class OversightEntry {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => OversightEntryKind, { description: 'What.' })
  kind!: CaseEntryKind;

  @Field(() => Organisation, {
    nullable: true,
    description:
      'For whom the officer acted, or whom it is about; null for the platform, the reporter and the national desk.',
  })
  organisation!: Organisation | null;

  @Field(() => String, {
    nullable: true,
    description: 'The words; null where there are none, or where they are not for the viewer.',
  })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'What the reporter was told besides, word by word.' })
  wordsForReporter!: string | null;
}

@ObjectType({ description: 'A letter of the Ombudsman to the highest official of an agency.' })
export class OversightLetter {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Field(() => LetterState, { description: 'How far it is.' })
  state!: LetterStateName;

  @Field(() => String, { nullable: true, description: 'Its number; null while it is a draft.' })
  number!: string | null;

  @Field(() => Organisation, { description: 'Whose highest official it goes to.' })
  addressee!: Organisation;

  @Field(() => DateTime, { description: 'When it was drafted.' })
  draftedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When a person approved it.' })
  approvedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it left by mail.' })
  sentAt!: Date | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'By when it asks for an answer; null while it is a draft.',
  })
  replyBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When a reply was recorded.' })
  repliedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why no mail brought it: NO_ADDRESS, FAILED or UNCERTAIN; null otherwise.',
  })
  failure!: string | null;

  @Field(() => String, {
    description: 'Where its PDF is downloaded, on this origin and by those who may read it.',
  })
  pdfPath!: string;

  @Field(() => Boolean, { description: 'Whether the viewer approves it, or sends it again.' })
  viewerCanApprove!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer says what was replied.' })
  viewerCanRecordReply!: boolean;

  row!: Omit<LetterRow, 'kase'>;
  caseRow!: CaseRow;
}

@ObjectType({ description: 'A case of the Ombudsman about a report that was not followed up.' })
export class OversightCase {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Public number of the report.' })
  reportNumber!: string | null;

  @Field(() => Report, {
    nullable: true,
    description: 'The report; null when the viewer may not read it, as of a confidential one.',
  })
  report!: Report | null;

  @Field(() => Boolean, {
    description: 'The report is confidential: the case has its number and clocks only.',
  })
  isConfidential!: boolean;

  @Field(() => OversightState, { description: 'How far it is.' })
  state!: StateName;

  @Field(() => DateTime, {
    description: 'When it was opened; by rule, the instant at which the clock ran out.',
  })
  openedAt!: Date;

  @Field(() => OversightOrigin, { description: 'Who opened it.' })
  openedBy!: OriginName;

  @Field(() => Organisation, { description: 'The office of the Ombudsman that works on it.' })
  office!: Organisation;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Who has the report now; null for the national desk.',
  })
  organisation!: Organisation | null;

  @Field(() => OversightClarification, {
    nullable: true,
    description: 'The last explanation that was asked for.',
  })
  clarification!: OversightClarification | null;

  @Field(() => DateTime, { nullable: true, description: 'When the Ombudsman said what should be done.' })
  recommendedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  closedAt!: Date | null;

  @Field(() => OversightOutcome, { nullable: true, description: 'What came of it.' })
  outcome!: OutcomeName | null;

  @Field(() => Boolean, { description: 'Whether the viewer asks for an explanation.' })
  viewerCanAskClarification!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer explains.' })
  viewerCanGiveClarification!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer writes a word.' })
  viewerCanWrite!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer gives it to another office.' })
  viewerCanAssign!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer says what should be done.' })
  viewerCanRecommend!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer ends it.' })
  viewerCanClose!: boolean;

  row!: CaseRow;
}

export const OversightCaseConnection = Connection('OversightCase', () => OversightCase);
export type OversightCaseConnection = InstanceType<typeof OversightCaseConnection>;

@ObjectType({ description: 'A letter in the queue, with its case.' })
export class QueuedLetter {
  @Field(() => OversightLetter, { description: 'The letter.' })
  letter!: OversightLetter;

  @Field(() => String, { nullable: true, description: 'Public number of the report.' })
  reportNumber!: string | null;

  @Field(() => ID, { description: 'Id of the case.' })
  caseId!: string;
}

export const QueuedLetterConnection = Connection('QueuedLetter', () => QueuedLetter);
export type QueuedLetterConnection = InstanceType<typeof QueuedLetterConnection>;

@ObjectType({ description: 'How many cases are in a state.' })
export class OversightCount {
  @Field(() => OversightState, { description: 'The state.' })
  state!: StateName;

  @Field(() => Int, { description: 'How many, of those that the viewer finds.' })
  count!: number;
}

@ObjectType({
  description: 'What the Ombudsman does about a report, for its reporter and those who handle or oversee it.',
})
export class ReportOversight {
  @Field(() => OversightState, { description: 'How far it is.' })
  state!: StateName;

  @Field(() => DateTime, { description: 'When the Ombudsman began.' })
  openedAt!: Date;

  @Field(() => OversightOrigin, { description: 'Who opened the case.' })
  openedBy!: OriginName;

  @Field(() => Organisation, { description: 'The office of the Ombudsman that works on it.' })
  office!: Organisation;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day for the explanation that is waited for; null when none is.',
  })
  clarificationDueOn!: string | null;

  @Field(() => Boolean, { description: 'The explanation that is waited for is late.' })
  isClarificationMissed!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which a letter to the highest official left last; null when none did.',
  })
  letterSentOn!: string | null;

  @Field(() => OversightOutcome, { nullable: true, description: 'What came of it.' })
  outcome!: OutcomeName | null;

  @Field(() => [String], { description: 'What the Ombudsman wrote to the reporter, oldest first.' })
  wordsForReporter!: string[];

  @Field(() => OversightCase, {
    nullable: true,
    description:
      'The case itself, for the Ombudsman, those who handle the report and those who watch; null for others.',
  })
  case!: OversightCase | null;
}

@InputType({ description: 'Which cases; what is absent does not narrow.' })
export class OversightCaseFilter {
  @Field(() => [OversightState], { nullable: true, description: 'In one of these states.' })
  states?: StateName[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this office of the Ombudsman.' })
  officeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'With an explanation that is waited for past its last day, or without.',
  })
  isLate?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Of reports that a unit of this government has.' })
  governmentId?: string | null;
}

@InputType({ description: 'Why the Ombudsman should look at the own report.' })
export class RequestOversightInput extends RequestInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => String, { description: 'Why, 10 to 2,000 characters; read by the Ombudsman alone.' })
  reason!: string;
}

@InputType({ description: 'Why the Ombudsman looks at a report of its own accord.' })
export class OpenOversightInput extends RequestInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => String, { description: 'Why, 10 to 2,000 characters; read by whoever reads the case.' })
  reason!: string;
}

@InputType({ description: 'An explanation to ask for.' })
export class AskClarificationInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'What is to be explained, 10 to 4,000 characters.' })
  text!: string;
}

@InputType({ description: 'The explanation.' })
export class GiveClarificationInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'The explanation, 10 to 4,000 characters.' })
  text!: string;
}

@InputType({ description: 'A word between Ombudsman and agency.' })
export class WriteOversightMessageInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'The word, 1 to 4,000 characters.' })
  text!: string;
}

@InputType({ description: 'What should be done.' })
export class RecommendInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'What the agency should do, 10 to 4,000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the reporter is told besides the fact, up to 2,000 characters.',
  })
  wordsForReporter?: string | null;
}

@InputType({ description: 'The office that takes the case over.' })
export class AssignOversightInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The office of the Ombudsman.' })
  officeId!: string;

  @Field(() => String, { description: 'Why, 3 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'The end of a case.' })
export class CloseOversightInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => OversightOutcome, { description: 'What came of it.' })
  outcome!: OutcomeName;

  @Field(() => String, { description: 'Why, for the agency, 10 to 4,000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the reporter is told besides the outcome, up to 2,000 characters.',
  })
  wordsForReporter?: string | null;
}

@InputType({ description: 'A letter that was read and is right.' })
export class ApproveLetterInput extends RequestInput {
  @Field(() => ID, { description: 'The letter.' })
  letterId!: string;
}

@InputType({ description: 'What was replied to a letter.' })
export class RecordLetterReplyInput extends RequestInput {
  @Field(() => ID, { description: 'The letter.' })
  letterId!: string;

  @Field(() => LocalDate, { description: 'Day of the reply, from that of the letter to today.' })
  repliedOn!: string;

  @Field(() => String, { description: 'What it says, 3 to 4,000 characters.' })
  text!: string;
}

@ObjectType({ description: 'The case as it stands now.' })
export class OversightChanged {
  @Field(() => OversightCase, {
    nullable: true,
    description: 'The case; null for the reporter, who reads of it on the report.',
  })
  case!: OversightCase | null;
}

export const OversightResult = createUnionType({
  name: 'OversightResult',
  description: 'The case, or why it was not changed.',
  types: () => [OversightChanged, ChangeRefused, InvalidInput, NotFound] as const,
});

@ObjectType({ description: 'The letter as it stands now.' })
export class OversightLetterChanged {
  @Field(() => OversightLetter, { description: 'The letter.' })
  letter!: OversightLetter;
}

export const OversightLetterResult = createUnionType({
  name: 'OversightLetterResult',
  description: 'The letter, or why it was not changed.',
  types: () => [OversightLetterChanged, ChangeRefused, InvalidInput, NotFound] as const,
});
