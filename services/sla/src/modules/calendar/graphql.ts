import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '@lapor/subgraph';
import { DayUnit } from '../policy/graphql-index.ts';

export const HolidayKind = { NATIONAL: 'NATIONAL', JOINT_LEAVE: 'JOINT_LEAVE' } as const;
registerEnumType(HolidayKind, {
  name: 'HolidayKind',
  description: 'What makes a day a holiday; on neither do civil servants work.',
  valuesConfig: {
    NATIONAL: { description: 'National holiday (hari libur nasional).' },
    JOINT_LEAVE: { description: 'Joint leave (cuti bersama).' },
  },
});

export const HolidayStatus = { OFFICIAL: 'OFFICIAL', ESTIMATED: 'ESTIMATED' } as const;
registerEnumType(HolidayStatus, {
  name: 'HolidayStatus',
  description: 'Whether the yearly joint decree (SKB 3 Menteri) names the day.',
  valuesConfig: {
    OFFICIAL: { description: 'Named by the decree.' },
    ESTIMATED: { description: 'Expected; the decree is not out.' },
  },
});

@ObjectType({ description: 'A day that was not counted.' })
export class SkippedDay {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => String, {
    description:
      "WEEKEND, PAUSED (a working day on which the clock stood still), or the holiday's name; of a regional one `libur daerah: …`.",
  })
  reason!: string;
}

@ObjectType({ description: 'A day off by decree.' })
export class Holiday {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => String, { description: 'Its Indonesian name.' })
  name!: string;

  @Field(() => HolidayKind, { description: 'National holiday or joint leave.' })
  kind!: keyof typeof HolidayKind;

  @Field(() => HolidayStatus, { description: 'Decreed or expected.' })
  status!: keyof typeof HolidayStatus;

  @Field(() => String, { description: 'The decree that says so, as far as it is known.' })
  decree!: string;
}

@ObjectType({ description: 'When a deadline would end, and why.' })
export class DeadlinePreview {
  @Field(() => DateTime, { description: 'Exclusive end: the local midnight after the last day.' })
  dueAt!: Date;

  @Field(() => LocalDate, { description: 'The last day.' })
  dueOn!: string;

  @Field(() => [LocalDate], { description: 'The days that were counted, in order.' })
  countedDays!: string[];

  @Field(() => [SkippedDay], { description: 'The days in between that were not, and why.' })
  skippedDays!: SkippedDay[];

  @Field(() => Int, { description: 'How many days were counted: as asked for, or as the rule says.' })
  length!: number;

  @Field(() => DayUnit, { description: 'Which days.' })
  unit!: keyof typeof DayUnit;

  @Field(() => String, {
    nullable: true,
    description: 'Version of the policy that has the rule; null when days were asked for.',
  })
  policyVersion!: string | null;

  @Field(() => String, { description: 'Version of the calendar of holidays.' })
  calendarVersion!: string;

  @Field(() => Boolean, { description: 'Reaches beyond the published calendar.' })
  isEstimated!: boolean;
}
