import { Connection, DateTime, InvalidInput, LocalDate, NotFound, UserError } from '@lapor/subgraph';
import { ChangeRefused, RequestInput } from '@lapor/request/graphql';
import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Holiday, HolidayKind, HolidayStatus } from './graphql.ts';

@ObjectType({ description: 'A day that is off from now on, is so no more, or is called otherwise.' })
export class HolidayChange {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => Holiday, { nullable: true, description: 'As it was; null when it was no day off.' })
  before!: Holiday | null;

  @Field(() => Holiday, { nullable: true, description: 'As it is; null when it is no day off any more.' })
  after!: Holiday | null;
}

@ObjectType({ description: 'A version of the calendar; it never changes.' })
export class CalendarVersion {
  @Field(() => String, { description: 'Its name, as explanations of deadlines give it.' })
  version!: string;

  @Field(() => DateTime, {
    description:
      'From here on running clocks are counted with it; clocks that stopped before keep what they had.',
  })
  effectiveAt!: Date;

  @Field(() => LocalDate, { description: 'The last day of the last year that has its decree.' })
  knownUntil!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Decree of what somebody entered; null of the days that come with the platform.',
  })
  decree!: string | null;

  @Field(() => Int, { description: 'How many days it added, changed or removed.' })
  changeCount!: number;

  @Field(() => [HolidayChange], { description: 'The first hundred of them, by date.' })
  changes!: HolidayChange[];
}

export const CalendarVersionConnection = Connection('CalendarVersion', () => CalendarVersion);
export type CalendarVersionConnection = InstanceType<typeof CalendarVersionConnection>;

@InputType({ description: 'A day off.' })
export class SaveHolidayInput extends RequestInput {
  @Field(() => LocalDate, { description: 'The day; of the last year to the fifth to come.' })
  date!: string;

  @Field(() => String, { description: 'Its Indonesian name, 3 to 120 characters.' })
  name!: string;

  @Field(() => HolidayKind, { description: 'National holiday or joint leave.' })
  kind!: keyof typeof HolidayKind;

  @Field(() => HolidayStatus, { description: 'Decreed or expected.' })
  status!: keyof typeof HolidayStatus;

  @Field(() => String, { description: 'Number of the decree, 3 to 200 characters.' })
  decree!: string;
}

@InputType({ description: 'A day that is to be a working day again.' })
export class RemoveHolidayInput extends RequestInput {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => String, { description: 'Number of the decree, 3 to 200 characters.' })
  decree!: string;
}

@InputType({ description: 'The days off of a year as a file.' })
export class ImportHolidaysInput extends RequestInput {
  @Field(() => Int, { description: 'The year whose days it replaces.' })
  year!: number;

  @Field(() => String, {
    description:
      'CSV with the columns date, name, kind (national or joint-leave) and status (official or estimated).',
  })
  csv!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the decree, 3 to 200 characters; needed unless it is a dry run.',
  })
  decree?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`calendarVersion` of the dry run: refused with STATE_CHANGED when there is a newer one.',
  })
  basedOn?: string | null;

  @Field(() => Boolean, { description: 'Only say what would change; nothing is written.' })
  dryRun!: boolean;
}

@ObjectType({ description: 'The calendar has a new version; running clocks are counted anew.' })
export class CalendarChanged {
  @Field(() => String, { description: 'The new version.' })
  calendarVersion!: string;

  @Field(() => [HolidayChange], { description: 'What changed.' })
  changes!: HolidayChange[];
}

@ObjectType({ description: 'What a file did, or would do.' })
export class HolidaysImported {
  @Field(() => Boolean, { description: 'Nothing was written.' })
  isDryRun!: boolean;

  @Field(() => String, { description: 'The new version; in a dry run the present one.' })
  calendarVersion!: string;

  @Field(() => [HolidayChange], { description: 'Days added, removed and changed, by date.' })
  changes!: HolidayChange[];

  @Field(() => Int, { description: 'Days of the file that the calendar has already.' })
  unchangedCount!: number;
}

@ObjectType({ description: 'What is wrong with a line of the file.' })
export class HolidayFault {
  @Field(() => Int, { description: 'Line of the file; 1 is the header.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'Column; null when the line as a whole is at fault.' })
  field!: string | null;

  @Field(() => String, { description: 'What is wrong and what would be right, in English.' })
  message!: string;
}

@ObjectType({ implements: UserError, description: 'Lines of the file are wrong; nothing was changed.' })
export class HolidayFileFaulty extends UserError {
  @Field(() => [HolidayFault], { description: 'Every faulty line.' })
  faults!: HolidayFault[];
}

export const ChangeCalendarResult = createUnionType({
  name: 'ChangeCalendarResult',
  description: 'The changed calendar, or why it was not changed.',
  types: () => [CalendarChanged, InvalidInput, NotFound, ChangeRefused] as const,
});

export const ImportHolidaysResult = createUnionType({
  name: 'ImportHolidaysResult',
  description: 'What the file did or would do, or why it cannot be imported.',
  types: () => [HolidaysImported, HolidayFileFaulty, InvalidInput, NotFound, ChangeRefused] as const,
});
