import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Connection, DateTime, LocalDate } from '@lapor/subgraph';
import { ClockKind, Organisation, Report } from '../clock/graphql-index.ts';
import type { ClockKind as ClockKindName } from '../clock/index.ts';
import type { WarningKind as WarningKindName, WarningLevel as WarningLevelName } from './vocabulary.ts';

export const WarningKind: { [Key in WarningKindName]: Key } = {
  HALF: 'HALF',
  LAST_DAY: 'LAST_DAY',
  BREACH: 'BREACH',
};
registerEnumType(WarningKind, {
  name: 'WarningKind',
  description: 'What is warned of.',
  valuesConfig: {
    HALF: { description: 'Half of the time is used.' },
    LAST_DAY: { description: 'The last day has begun.' },
    BREACH: { description: 'The deadline has passed.' },
  },
});

export const WarningLevel: { [Key in WarningLevelName]: Key } = {
  UNIT: 'UNIT',
  ADMIN: 'ADMIN',
  HEAD: 'HEAD',
};
registerEnumType(WarningLevel, {
  name: 'WarningLevel',
  description: 'Who is told of a warning, in the digest of the next working morning.',
  valuesConfig: {
    UNIT: { description: 'The liaison officers of the unit that has to act.' },
    ADMIN: { description: 'The admins of the unit, or of the nearest level above that has one.' },
    HEAD: { description: 'The head, of the nearest level that has one.' },
  },
});

@ObjectType({
  description: 'A deadline that comes near or has passed. A flag beside the state: it changes nothing.',
})
export class Warning {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Field(() => WarningKind, { description: 'What is warned of.' })
  kind!: WarningKindName;

  @Field(() => [WarningLevel], { description: 'Who is told.' })
  levels!: WarningLevelName[];

  @Field(() => ID, { description: 'Id of the clock.' })
  clockId!: string;

  @Field(() => ClockKind, { description: 'What the clock measures.' })
  clockKind!: ClockKindName;

  @Field(() => DateTime, { description: 'The instant of which it warns; not when it was found.' })
  at!: Date;

  @Field(() => LocalDate, { description: 'The last day of the clock.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether the clock still runs: what was warned of is not done.' })
  isRunning!: boolean;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The unit that has to act; null for the national desk.',
  })
  organisation!: Organisation | null;

  @Field(() => Report, { nullable: true, description: 'The report; null for whoever may not read it.' })
  report!: Pick<Report, 'id'> | null;
}

export const WarningConnection = Connection('Warning', () => Warning);
export type WarningConnection = InstanceType<typeof WarningConnection>;
