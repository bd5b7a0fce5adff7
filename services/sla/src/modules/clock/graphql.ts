import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '@lapor/subgraph';
import { SkippedDay } from '../calendar/index.ts';
import { DayUnit } from '../policy/graphql-index.ts';
import type { ClockKind as ClockKindName, ClockStart as ClockStartName } from './clock-kinds.ts';
import type { Language as LanguageName } from './sentence.ts';
import type { ClockStatus as ClockStatusName, Urgency as UrgencyName } from './status.ts';

const enumOf = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

export const ClockKind = enumOf<ClockKindName>(
  'VERIFICATION',
  'FIRST_RESPONSE',
  'FOLLOW_UP',
  'RESOLUTION',
  'OUTER_LIMIT',
  'REPLY_TURN',
  'OMBUDSMAN',
  'AUTO_CLOSE',
  'POSTPONEMENT',
);
registerEnumType(ClockKind, {
  name: 'ClockKind',
  description: 'What a clock measures.',
  valuesConfig: {
    VERIFICATION: { description: 'From submission, completion or return until the report is passed on.' },
    FIRST_RESPONSE: { description: 'From submission until the reporter hears where the report went.' },
    FOLLOW_UP: { description: 'From disposition to an agency until its first plan or result.' },
    RESOLUTION: { description: 'From the first disposition until the result, by class of report.' },
    OUTER_LIMIT: { description: 'From submission until the result; no resolution may end later.' },
    REPLY_TURN: { description: "From the reporter's reply until the agency's answer." },
    OMBUDSMAN: { description: 'From submission; without plan or result the Ombudsman steps in.' },
    AUTO_CLOSE: { description: 'From the last result; silence closes the report.' },
    POSTPONEMENT: { description: 'From postponement; without the missing data the report is archived.' },
  },
});

export const ClockStatus = enumOf<ClockStatusName>('RUNNING', 'PAUSED', 'MET', 'MISSED', 'CANCELLED');
registerEnumType(ClockStatus, {
  name: 'ClockStatus',
  description: 'How a clock stands.',
  valuesConfig: {
    RUNNING: { description: 'Runs, and is not late.' },
    PAUSED: { description: 'Stands still while the reporter is asked.' },
    MET: { description: 'Stopped in time.' },
    MISSED: { description: 'Stopped after its end, or still runs past it.' },
    CANCELLED: { description: 'Something else made it pointless in time.' },
  },
});

export const Urgency = enumOf<UrgencyName>('ON_TIME', 'SOON', 'LAST_DAY', 'OVERDUE');
registerEnumType(Urgency, {
  name: 'Urgency',
  description: 'How pressing a deadline is.',
  valuesConfig: {
    ON_TIME: { description: 'Less than half of the time is used.' },
    SOON: { description: 'At least half of the time is used.' },
    LAST_DAY: { description: 'Today is the last day.' },
    OVERDUE: { description: 'The deadline has passed.' },
  },
});

export const ClockStart = enumOf<ClockStartName>(
  'SUBMISSION',
  'COMPLETION',
  'RETURN',
  'APPEAL',
  'DISPOSITION',
  'RESULT',
  'REPLY',
  'POSTPONEMENT',
);
registerEnumType(ClockStart, {
  name: 'ClockStart',
  description: 'The event from which the days of a clock are counted.',
  valuesConfig: {
    SUBMISSION: { description: 'The report was filed.' },
    COMPLETION: { description: 'The reporter completed the data.' },
    RETURN: { description: 'A unit gave the report back.' },
    APPEAL: { description: 'The reporter appealed the archiving.' },
    DISPOSITION: { description: 'The report was passed on to an agency or unit.' },
    RESULT: { description: 'A result was given.' },
    REPLY: { description: 'The reporter replied.' },
    POSTPONEMENT: { description: 'The reporter was asked for missing data.' },
  },
});

export const Language = enumOf<LanguageName>('ID', 'EN');
registerEnumType(Language, {
  name: 'Language',
  description: 'Language of a text.',
  valuesConfig: { ID: { description: 'Indonesian.' }, EN: { description: 'English.' } },
});

// What other subgraphs own is described there only: two texts for one thing would be a hint of the composition.

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
export class Organisation {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Report {
  @Field(() => ID)
  id!: string;

  @Directive('@external')
  @Field(() => Boolean)
  viewerIsReporter!: boolean;

  @Directive('@external')
  @Field(() => Boolean)
  viewerAnswersByHandOver!: boolean;
}

@ObjectType({ description: 'A time for which a clock stood still.' })
export class ClockPause {
  @Field(() => DateTime, { description: 'Beginning; its day still counts.' })
  from!: Date;

  @Field(() => DateTime, { nullable: true, description: 'End; null while it lasts.' })
  until!: Date | null;

  @Field(() => String, {
    description:
      'POSTPONED, INFORMATION_REQUESTED, RESULT (until the dispute of a result), RETURNED (until the unit got it again) or CLOSED (until the reopening).',
  })
  reason!: string;
}

@ObjectType({ description: 'How a deadline came about.' })
export class ClockExplanation {
  @Field(() => ClockStart, { description: 'What happened on the day from which is counted.' })
  startEvent!: ClockStartName;

  @Field(() => LocalDate, { description: 'Day from which is counted; not counted itself.' })
  startedOn!: string;

  @Field(() => Int, { description: 'How many days.' })
  length!: number;

  @Field(() => DayUnit, { description: 'Which days.' })
  unit!: keyof typeof DayUnit;

  @Field(() => [LocalDate], { description: 'The days that were counted, in order.' })
  countedDays!: string[];

  @Field(() => [SkippedDay], { description: 'The days in between that were not, and why.' })
  skippedDays!: SkippedDay[];

  @Field(() => [ClockPause], { description: 'Pauses, in order.' })
  pauses!: ClockPause[];

  @Field(() => String, { description: 'Version of the rule with the number of days.' })
  policyVersion!: string;

  @Field(() => String, { description: 'Version of the calendar of holidays.' })
  calendarVersion!: string;

  @Field(() => Boolean, { description: 'The outer limit ends it, not its own length.' })
  cappedByOuterLimit!: boolean;

  /** The same in words; a field of the graph by its resolver. */
  inWords!: (language: LanguageName) => string;
}

@ObjectType({ description: 'A deadline of a report.' })
export class Clock {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Field(() => ClockKind, { description: 'What it measures.' })
  kind!: ClockKindName;

  @Field(() => ClockStatus, { description: 'How it stands now.' })
  status!: ClockStatusName;

  @Field(() => DateTime, { description: 'When it started.' })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it stopped; null while it runs.' })
  stoppedAt!: Date | null;

  @Field(() => DateTime, {
    description: 'Exclusive end: the local midnight after the last day. Of a paused clock the latest one.',
  })
  dueAt!: Date;

  @Field(() => LocalDate, { description: 'The last day.' })
  dueOn!: string;

  @Field(() => String, { description: 'IANA zone in which its days are counted.' })
  timeZone!: string;

  @Field(() => String, { description: 'WIB, WITA or WIT.' })
  timeZoneLabel!: string;

  @Field(() => Boolean, { description: 'Reaches beyond the published calendar.' })
  isEstimated!: boolean;

  @Field(() => Urgency, { description: 'How pressing it is; of a stopped clock, how it was then.' })
  urgency!: UrgencyName;

  @Field(() => Int, { description: 'Working days left; 0 on the last day, negative when late.' })
  workingDaysLeft!: number;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The unit that has to act; null for the national desk and for the reporter.',
  })
  organisation!: Organisation | null;

  @Field(() => ClockExplanation, { description: 'How the deadline came about.' })
  explanation!: ClockExplanation;
}
