import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Connection, DateTime } from '@lapor/subgraph';
import { Organisation } from '../../clock/index.ts';
import { Category, Region } from './entities.ts';
import { StepFigures } from './step-figures.ts';

@ObjectType({
  description:
    'How long something took: whole days from the day of submission, both at Jakarta, so the same day is 0. Null where no (or too few) reports stand behind it.',
  simpleResolvers: true,
})
export class DurationFigures {
  @Field(() => Int, { nullable: true, description: 'For how many reports it has happened.' })
  count!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many it may still happen; null where the table does not know open reports.',
  })
  open!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean of those for which it has happened.' })
  meanDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Within how many days half of them were through.' })
  medianDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Within how many days nine in ten of them were through.' })
  ninetiethPercentileDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The median with open reports counted (Kaplan–Meier): who lets the hard ones lie does not look faster. Archived reports count until the day of the archive. Null while more than half are open, and in tables by category, kind, class or channel.',
  })
  medianDaysWithOpen!: number | null;
}

const COUNT = 'Of the reports received in the period, as they stand now.';

@ObjectType({
  description:
    'Figures of reports received in a period, as they stand now. No data is null, never 0 %. For outsiders (the public, analysts) confidential reports are not counted, numbers from 1 to 4 and what would tell them are null.',
  simpleResolvers: true,
})
export class Figures {
  @Field(() => Int, { nullable: true, description: 'Reports filed in the period.' })
  received!: number | null;

  @Field(() => Boolean, { description: 'Something is kept back because too few reports stand behind it.' })
  isSuppressed!: boolean;

  @Field(() => Int, { nullable: true, description: `Wait for verification. ${COUNT}` })
  submitted!: number | null;

  @Field(() => Int, { nullable: true, description: `Wait for data from the reporter. ${COUNT}` })
  postponed!: number | null;

  @Field(() => Int, { nullable: true, description: `With an agency, not followed up yet. ${COUNT}` })
  disposed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Followed up by a plan or a result, not closed (in the figures of 2018 "masih dalam proses" meant the opposite). ${COUNT}`,
  })
  inProgress!: number | null;

  @Field(() => Int, { nullable: true, description: `Closed after a result. ${COUNT}` })
  completed!: number | null;

  @Field(() => Int, { nullable: true, description: `Not handled, with a reason. ${COUNT}` })
  archived!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '(in progress + completed) ÷ received, in whole percent. 215 received, 77 completed, 12 in progress: 41.',
  })
  followUpRate!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '(in progress + completed) ÷ (received − archived), in whole percent.',
  })
  followUpRateWithoutArchived!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'completed ÷ received, in whole percent. 215 received, 77 completed: 36.',
  })
  completionRate!: number | null;

  @Field(() => Int, { nullable: true, description: 'completed ÷ (received − archived), in whole percent.' })
  completionRateWithoutArchived!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Handed over to the head of an organisation that nobody staffs yet.',
  })
  handedOver!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports for which an obstacle was told.' })
  withObstacles!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Promised days (of plans and obstacles) that a result kept.',
  })
  promisesKept!: number | null;

  @Field(() => Int, { nullable: true, description: 'Promised days that passed without a result.' })
  promisesBroken!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'kept ÷ (kept + broken), in whole percent; promises not due yet are in neither.',
  })
  keptPromiseRate!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reports that their reporters rated.' })
  rated!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean of the last ratings, 1 to 5.' })
  averageRating!: number | null;

  @Field(() => Int, { nullable: true, description: 'Ratings of 4 and 5 ÷ all ratings, in whole percent.' })
  satisfiedRate!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Reports whose result the reporter disputed ÷ reports in progress or completed, in whole percent.',
  })
  disputeRate!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Closed reports that were opened again ÷ received, in whole percent.',
  })
  reopenRate!: number | null;

  @Field(() => DurationFigures, { nullable: true, description: 'To the first plan or result of the lead.' })
  toFollowUp!: DurationFigures | null;

  @Field(() => DurationFigures, {
    nullable: true,
    description: 'To the completion, of reports that are completed now.',
  })
  toCompletion!: DurationFigures | null;

  @Field(() => StepFigures, {
    nullable: true,
    description:
      'Steps that ended in the period, in time or late. Of agencies, units and regions; null in tables by category, kind, class or channel. A group of which only steps ended in the period is listed where this is asked for.',
  })
  steps!: StepFigures | null;
}

@ObjectType({ description: 'A row of a standard table.', simpleResolvers: true })
export class FigureRow {
  @Field(() => String, {
    description: 'Id, code, or name of the group; the first day of a day, month or year; empty for a total.',
  })
  key!: string;

  @Field(() => Organisation, { nullable: true, description: 'By GOVERNMENT and UNIT.' })
  organisation!: Organisation | null;

  @Field(() => Region, { nullable: true, description: 'By REGION.' })
  region!: Region | null;

  @Field(() => Category, { nullable: true, description: 'By CATEGORY.' })
  category!: Category | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Place among the rows with at least 30 reports, in order of a rate or of days; equal values share one. Null otherwise, and for governments unless filter.governmentKind is given.',
  })
  rank!: number | null;

  @Field(() => Figures, { description: 'Of the period.' })
  figures!: Figures;

  @Field(() => Figures, {
    nullable: true,
    description: 'Of the period right before, equally long; null unless compare, and in series of time.',
  })
  previous!: Figures | null;
}

@ObjectType({ description: 'A page of a standard table.', simpleResolvers: true })
export class FigureConnection extends Connection('FigureRow', () => FigureRow) {
  @Field(() => DateTime, { description: 'When it was counted.' })
  asOf!: Date;

  @Field(() => Boolean, { description: 'False for a while after a release, while reports are counted anew.' })
  isComplete!: boolean;

  @Field(() => Int, { description: 'Rows of the whole table.' })
  totalCount!: number;
}
