import { ChangeRefused } from '@lapor/request/graphql';
import { Connection, DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { SkippedDay } from '../../calendar/index.ts';
import { Organisation, Report } from '../../clock/index.ts';
import { DayUnit } from '../../policy/graphql-index.ts';
import type { CaseRow } from '../repository.ts';
import type {
  CaseEntryKind,
  OversightOrigin as OriginName,
  OversightOutcome as OutcomeName,
  OversightState as StateName,
} from '../vocabulary.ts';
import { OversightEntryKind, OversightOrigin, OversightOutcome, OversightState } from './enums.ts';

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

@ObjectType({ description: 'How many cases are in a state.' })
export class OversightCount {
  @Field(() => OversightState, { description: 'The state.' })
  state!: StateName;

  @Field(() => Int, { description: 'How many, of those that the viewer finds.' })
  count!: number;
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
