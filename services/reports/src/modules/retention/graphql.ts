import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection, DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { Officer, ReportKindEnum, ReportStateEnum } from '../report/graphql-index.ts';
import type { ReportKind, ReportState } from '../report/index.ts';
import type { RetentionAction } from './rules.ts';

export const RetentionActionEnum: { [Name in RetentionAction]: Name } = {
  ERASE_IDENTITY: 'ERASE_IDENTITY',
  ERASE_JUNK_WORDS: 'ERASE_JUNK_WORDS',
  ERASE_ORIGINAL: 'ERASE_ORIGINAL',
  FORGET_FINGERPRINTS: 'FORGET_FINGERPRINTS',
};
registerEnumType(RetentionActionEnum, {
  name: 'RetentionAction',
  description: 'What happens to what is older than a rule says; nobody brings it back.',
  valuesConfig: {
    ERASE_IDENTITY: { description: 'Who reported is erased; the report stays, and its code opens it.' },
    ERASE_JUNK_WORDS: { description: 'The words of what was archived as spam, hate or hoax are erased.' },
    ERASE_ORIGINAL: {
      description: 'The sealed first version of a redacted text is erased; what was published stays.',
    },
    FORGET_FINGERPRINTS: { description: 'Hashes of texts, by which junk is found, are erased.' },
  },
});

@ObjectType({ description: 'Another length that somebody entered for a rule.' })
export class RetentionChange {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => Int, { description: 'How many days after the end of a report.' }) days!: number;
  @Field(() => LocalDate, { description: 'From this day on, at Jakarta.' }) startsOn!: string;
  @Field(() => String, { description: 'Why, as it was entered.' }) reason!: string;
  @Field(() => String, { nullable: true, description: 'The regulation, if one was named.' })
  decree!: string | null;
  @Field(() => DateTime, { description: 'When it was entered.' }) enteredAt!: Date;
  @Field(() => Officer, { description: 'Who entered it.' }) by!: Officer;
}

@ObjectType({ description: 'How long something of a report is kept after its end.' })
export class RetentionRule {
  @Field(() => ID, { description: 'Its name, as the ledger gives it.' }) name!: string;
  @Field(() => RetentionActionEnum, { description: 'What happens then.' }) action!: RetentionAction;
  @Field(() => [ReportKindEnum], { description: 'Of reports of these kinds.' }) kinds!: ReportKind[];
  @Field(() => [ReportStateEnum], { description: 'Of reports that ended so.' }) ends!: ReportState[];
  @Field(() => Int, { description: 'How many days after the end, today.' }) days!: number;
  @Field(() => LocalDate, { description: 'Since which day, at Jakarta.' }) since!: string;
  @Field(() => RetentionChange, {
    nullable: true,
    description: 'The next length, on a day to come; null when none is planned.',
  })
  planned!: RetentionChange | null;
  @Field(() => [RetentionChange], { description: 'All that were entered for it, newest first.' })
  changes!: RetentionChange[];
}

@ObjectType({ description: 'What a rule did on a day: how many, never with which report.' })
export class RetentionRun {
  @Field(() => ID, { description: 'Day and rule.' }) id!: string;
  @Field(() => LocalDate, { description: 'The day, at Jakarta.' }) day!: string;
  @Field(() => String, { description: 'Name of the rule.' }) rule!: string;
  @Field(() => LocalDate, { description: 'Since which day the rule had its length then.' }) since!: string;
  @Field(() => DateTime, { description: 'When the last of it was done.' }) at!: Date;
  @Field(() => Int, { description: 'Of how many reports.' }) count!: number;
}

@ObjectType({ description: 'A page of what the rules of retention did.' })
export class RetentionRunConnection extends Connection('RetentionRun', () => RetentionRun) {}

@ObjectType({
  description:
    'What another length would mean on the day on which it begins, as far as reports have ended by now.',
})
export class RetentionEffect {
  @Field(() => Int, { description: 'How many reports the rule would be about then.' }) count!: number;
  @Field(() => Int, { description: 'How many it would be about without the change.' }) countWithout!: number;
  @Field(() => Int, { description: 'Its length on that day without the change.' }) daysWithout!: number;
}

@InputType({ description: 'Another length, to look at what it would mean.' })
export class PreviewRetentionInput {
  @Field(() => ID, { description: 'Name of the rule.' }) rule!: string;
  @Field(() => Int, { description: 'Days after the end of a report; 30 to 10,950.' }) days!: number;
  @Field(() => LocalDate, {
    description:
      'From tomorrow on, at Jakarta, within a year; of a shorter length seven days from now at the earliest (TOO_SOON).',
  })
  startsOn!: string;
}

@InputType({
  description:
    'Another length for a rule, from a day to come; one entered later for the same day takes its place.',
})
export class ChangeRetentionInput extends PreviewRetentionInput {
  @Field(() => String, { description: 'Why; 10 to 500 characters, for the log.' }) reason!: string;
  @Field(() => String, { nullable: true, description: 'The regulation; 200 characters at most.' })
  decree?: string | null;
  @Field(() => Int, {
    description:
      '`count` of the dry run that was looked at; when it would be more by now nothing is changed.',
  })
  expectedCount!: number;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@ObjectType({ description: 'The rule as it stands now.' })
export class RetentionChanged {
  @Field(() => RetentionRule, { description: 'The rule.' }) rule!: RetentionRule;
}

@ObjectType({ description: 'What was counted.' })
export class RetentionPreviewed {
  @Field(() => RetentionEffect, { description: 'What it would mean.' }) effect!: RetentionEffect;
}

export const ChangeRetentionResult = createUnionType({
  name: 'ChangeRetentionResult',
  description: 'The rule, or why it was not changed.',
  types: () => [RetentionChanged, InvalidInput, NotFound] as const,
});

export const PreviewRetentionResult = createUnionType({
  name: 'PreviewRetentionResult',
  description: 'What was counted, or why it was not.',
  types: () => [RetentionPreviewed, InvalidInput, NotFound] as const,
});
