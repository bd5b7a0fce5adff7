import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, InvalidInput, NotFound } from '@lapor/subgraph';
import { Officer, Report, ReportLeased, TransitionRefused } from '../report/graphql-index.ts';

@ObjectType({
  description: 'A waiting report is somebody’s to verify for a while, so that no two work on it.',
})
export class ReportLease {
  @Field(() => Officer, { description: 'Whose.' })
  officer!: Officer;

  @Field(() => DateTime, {
    description:
      'Until when. Every sign of presence moves it on, for an hour altogether; then the report is for a quarter of an hour for others alone.',
  })
  until!: Date;

  @Field(() => Boolean, { description: 'Whether it is the viewer’s.' })
  isViewers!: boolean;
}

@ObjectType({ description: 'The day of the viewer at the national desk.' })
export class DeskDay {
  @Field(() => Int, {
    description:
      'Reports that the viewer has passed on, postponed, archived or merged since midnight at Jakarta.',
  })
  decided!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds from one of them to the next, the median without breaks of over ten minutes; null for a few.',
  })
  medianSeconds!: number | null;

  @Field(() => Int, { description: 'Officers who have a waiting report now, the viewer among them.' })
  officers!: number;
}

@InputType({ description: 'A verifier who wants something to do.' })
export class LeaseReportsInput {
  @Field(() => Int, {
    description:
      'How many; 1 to 10. An officer has ten at once at most, those that were taken before included.',
  })
  first!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation whose desk it is; null: the national desk.',
  })
  organisationId?: string | null;

  @Field(() => ID, {
    description: 'A UUID made by the device: a repeated request with the same key takes nothing more.',
  })
  requestKey!: string;
}

@InputType({
  description:
    'A waiting report to work on. Refused by the fault TOO_MANY_HELD of an officer who has ten, and by HELD_TOO_LONG where the report was the officer’s for an hour until now.',
})
export class LeaseReportInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Take it also when another officer works on it; the audit tells. Default false.',
  })
  takeOver?: boolean | null;
}

@InputType({ description: 'A waiting report to put back.' })
export class ReleaseLeaseInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;
}

@ObjectType({ description: 'The reports that are the viewer’s to verify now.' })
export class LeasesTaken {
  @Field(() => [Report], {
    description: 'The oldest first; fewer than asked for, or none, when no more are free.',
  })
  reports!: Report[];

  @Field(() => [ID], { description: 'Their ids, for whoever has the queue already.' })
  reportIds!: string[];
}

@ObjectType({ description: 'The report is the viewer’s to verify now.' })
export class LeaseTaken {
  @Field(() => Report, { description: 'With its lease.' })
  report!: Report;
}

@ObjectType({ description: 'The report is not the viewer’s any more.' })
export class LeaseReleased {
  @Field(() => Report, { description: 'As it stands in the queue.' })
  report!: Report;
}

export const LeaseReportsResult = createUnionType({
  name: 'LeaseReportsResult',
  description: 'What was taken; not found at a desk that is not the viewer’s.',
  types: () => [LeasesTaken, InvalidInput, NotFound] as const,
});

export const LeaseReportResult = createUnionType({
  name: 'LeaseReportResult',
  description: 'The report, or why it was not taken.',
  types: () => [LeaseTaken, ReportLeased, TransitionRefused, InvalidInput, NotFound] as const,
});

export const ReleaseLeaseResult = createUnionType({
  name: 'ReleaseLeaseResult',
  description: 'The report, or why it was not put back.',
  types: () => [LeaseReleased, InvalidInput, NotFound] as const,
});
