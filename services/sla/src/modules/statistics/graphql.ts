import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate } from '@lapor/subgraph';
import { Organisation } from '../clock/index.ts';

export const ReportState = {
  SUBMITTED: 'SUBMITTED',
  POSTPONED: 'POSTPONED',
  DISPOSED: 'DISPOSED',
  IN_PROGRESS: 'IN_PROGRESS',
  COMPLETED: 'COMPLETED',
  ARCHIVED: 'ARCHIVED',
} as const;
// Described by the reports service, whose states they are.
registerEnumType(ReportState, { name: 'ReportState' });

@ObjectType({ description: 'How many reports stand in a state now.' })
export class StateCount {
  @Field(() => ReportState, { description: 'The state.' })
  state!: keyof typeof ReportState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What happened on a day (at Jakarta).' })
export class DayCount {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => Int, { description: 'Reports filed on it.' })
  received!: number;

  @Field(() => Int, { description: 'Reports completed on it.' })
  completed!: number;
}

@ObjectType({ description: 'What a government or K/L got and did.' })
export class AgencyCount {
  @Field(() => Organisation, { description: 'Root of the government or K/L.' })
  organisation!: Organisation;

  @Field(() => Int, { description: 'Reports of the last 30 days that are with it.' })
  received!: number;

  @Field(() => Int, { description: 'Of these, in progress or completed.' })
  followedUp!: number;

  @Field(() => Int, { description: 'Its open reports past a deadline now, whenever they were filed.' })
  overdue!: number;
}

@ObjectType({ description: 'The nation at a glance. Days and months begin at Jakarta.' })
export class NationalOverview {
  @Field(() => DateTime, { description: 'When it was counted.' })
  asOf!: Date;

  @Field(() => Int, { description: 'Reports filed today.' })
  receivedToday!: number;

  @Field(() => Int, { description: 'Reports filed this month.' })
  receivedThisMonth!: number;

  @Field(() => Int, { description: 'Reports completed this month and not reopened since.' })
  completedThisMonth!: number;

  @Field(() => Int, { description: 'Open reports past a deadline of the administration.' })
  overdue!: number;

  @Field(() => Int, { description: 'Reports neither completed nor archived.' })
  open!: number;

  @Field(() => Int, {
    description:
      'Reports handed over this month to the head of an organisation that nobody staffs yet; a stand-in answers them.',
  })
  handedOver!: number;

  @Field(() => [StateCount], { description: 'All reports by state, in the order of the states.' })
  byState!: StateCount[];

  @Field(() => [DayCount], { description: 'The last 30 days, oldest first, today included.' })
  byDay!: DayCount[];

  @Field(() => [AgencyCount], {
    description: 'The ten governments and K/L with most reports of the last 30 days; a load, not a ranking.',
  })
  topAgencies!: AgencyCount[];
}

@ObjectType({
  description: 'Figures for everyone. Null or left out where fewer than five reports stand behind them.',
})
export class PublicStatistics {
  @Field(() => DateTime, { description: 'When it was counted.' })
  asOf!: Date;

  @Field(() => Int, { description: 'Reports filed this month (at Jakarta), without confidential ones.' })
  receivedThisMonth!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the reports of the last 30 days that are not confidential, how many percent are in progress or completed.',
  })
  followedUpPercent!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Whole days from the day of submission to that of the first plan or result; median of the last 30 days.',
  })
  medianFollowUpDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Reports that are not confidential and were handed over this month to the head of an organisation that is not connected yet.',
  })
  handedOver!: number | null;

  @Field(() => [StateCount], {
    description: 'Reports that are not confidential, by state; states below five are left out.',
  })
  byState!: StateCount[];
}
