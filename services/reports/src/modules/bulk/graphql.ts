import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { ArchiveCodeEnum, ObstacleReasonEnum, Report, ResultOutcomeEnum } from '../report/graphql-index.ts';
import type { ArchiveCode, ObstacleReason, ResultOutcome } from '../report/index.ts';
import { BULK_ACTIONS, type BulkAction } from './vocabulary.ts';

export const BulkActionEnum = Object.fromEntries(BULK_ACTIONS.map((action) => [action, action])) as {
  [Action in BulkAction]: Action;
};
registerEnumType(BulkActionEnum, {
  name: 'BulkAction',
  description: 'What can be done to many reports at once.',
  valuesConfig: {
    DISPOSE: { description: 'Pass them to a unit.' },
    ACKNOWLEDGE: { description: 'Acknowledge them, with the same words.' },
    ANSWER_FROM_TEMPLATE: { description: 'Answer them from a template, each with its own facts.' },
    ARCHIVE: { description: 'Archive them, with one code and text.' },
  },
});

@ObjectType({ description: 'What would come of one of many reports.' })
export class BulkForecast {
  @Field(() => ID, { description: 'The report that was asked about.' })
  reportId!: string;

  @Field(() => Report, {
    nullable: true,
    description: 'The report; null where the viewer reads none of that id.',
  })
  report!: Report | null;

  @Field(() => Boolean, { description: 'Whether it would be changed.' })
  wouldChange!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Why not: NOT_FOUND (or not the viewer’s to do), a refusal such as WRONG_STATE, LEASED, NO_TEMPLATE, MISSING_VALUES.',
  })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The words that would be sent from the template.' })
  text!: string | null;
}

@InputType({ description: 'One thing for many reports.' })
export class ApplyBulkInput {
  @Field(() => BulkActionEnum, { description: 'What to do.' })
  action!: BulkAction;

  @Field(() => [ID], { description: 'The reports, each once; a hundred at most.' })
  reportIds!: string[];

  @Field(() => [Int], {
    nullable: true,
    description:
      '`version` of each report as it was looked at, in their order; one that has moved on is left alone (STALE).',
  })
  expectedVersions?: number[] | null;

  @Field(() => ID, {
    description: 'A UUID made by the device: a repeated request with the same key changes nothing.',
  })
  requestKey!: string;

  @Field(() => ID, { nullable: true, description: 'DISPOSE: the unit.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'DISPOSE: a word to the unit, for officers only.' })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'ACKNOWLEDGE: what everybody reads; ARCHIVE: what the reporter reads; 10 to 1,000 characters.',
  })
  text?: string | null;

  @Field(() => ArchiveCodeEnum, { nullable: true, description: 'ARCHIVE: the reason.' })
  code?: ArchiveCode | null;

  @Field(() => ID, { nullable: true, description: 'ANSWER_FROM_TEMPLATE: the template.' })
  templateId?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'By when; for a template of a plan or an obstacle.',
  })
  promisedOn?: string | null;

  @Field(() => ResultOutcomeEnum, {
    nullable: true,
    description: 'How the matter ended; for a template of a result.',
  })
  outcome?: ResultOutcome | null;

  @Field(() => String, { nullable: true, description: 'Why there is no proof; for a template of a result.' })
  noProofReason?: string | null;

  @Field(() => ObstacleReasonEnum, {
    nullable: true,
    description: 'What stands in the way; for a template of an obstacle.',
  })
  obstacleReason?: ObstacleReason | null;
}

@ObjectType({ description: 'What came of one of many reports.' })
export class BulkOutcome {
  @Field(() => ID, { description: 'The report that was asked for.' })
  reportId!: string;

  @Field(() => Boolean, { description: 'Whether it was changed, now or by the same request before.' })
  isChanged!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why not: NOT_FOUND, STALE, LEASED, a refusal, or the fault of a field.',
  })
  code!: string | null;

  @Field(() => Report, { nullable: true, description: 'The report as the viewer sees it now.' })
  report!: Report | null;
}

@ObjectType({ description: 'What came of each report, in the order asked for.' })
export class BulkApplied {
  @Field(() => [BulkOutcome], { description: 'One for each report.' })
  outcomes!: BulkOutcome[];

  @Field(() => Int, { description: 'How many were changed.' })
  changedCount!: number;
}

export const ApplyBulkResult = createUnionType({
  name: 'ApplyBulkResult',
  description: 'What came of each report; not found when none is the viewer’s to change.',
  types: () => [BulkApplied, InvalidInput, NotFound] as const,
});
