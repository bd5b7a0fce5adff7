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

@ObjectType({ description: 'How many reports stand in a state now.', simpleResolvers: true })
export class StateCount {
  @Field(() => ReportState, { description: 'The state.' })
  state!: keyof typeof ReportState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What happened on a day (at Jakarta).', simpleResolvers: true })
export class DayCount {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string;

  @Field(() => Int, { nullable: true, description: 'Reports filed on it.' })
  received!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports completed on it.' })
  completed!: number | null;
}

@ObjectType({ description: 'What a government or K/L got and did.', simpleResolvers: true })
export class AgencyCount {
  @Field(() => Organisation, { description: 'Root of the government or K/L.' })
  organisation!: Organisation;

  @Field(() => Int, { nullable: true, description: 'Reports of the last 30 days that are with it.' })
  received!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of these, in progress or completed.' })
  followedUp!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its open reports past a deadline now, whenever they were filed.',
  })
  overdue!: number | null;
}

@ObjectType({
  description:
    'The nation at a glance. Days and months begin at Jakarta. For analysts without confidential reports; numbers from 1 to 4 and what would tell them are null.',
  simpleResolvers: true,
})
export class NationalOverview {
  @Field(() => DateTime, { description: 'When it was counted.' })
  asOf!: Date;

  @Field(() => Int, { nullable: true, description: 'Reports filed today.' })
  receivedToday!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports filed this month.' })
  receivedThisMonth!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports completed this month and not reopened since.' })
  completedThisMonth!: number | null;

  @Field(() => Int, { nullable: true, description: 'Open reports past a deadline of the administration.' })
  overdue!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports neither completed nor archived.' })
  open!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Reports handed over this month to the head of an organisation that nobody staffs yet; a stand-in answers them.',
  })
  handedOver!: number | null;

  @Field(() => [StateCount], {
    description:
      'All reports by state, in the order of the states; what is kept back from the viewer is left out.',
  })
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
  simpleResolvers: true,
})
export class PublicStatistics {
  @Field(() => DateTime, { description: 'When it was counted.' })
  asOf!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'Reports filed this month (at Jakarta), without confidential ones.',
  })
  receivedThisMonth!: number | null;

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
