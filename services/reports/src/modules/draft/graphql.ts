import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import { AnswerKindEnum, ObstacleReasonEnum, Report, ResultOutcomeEnum } from '../report/graphql-index.ts';
import type { AnswerKind, ObstacleReason, ResultOutcome } from '../report/index.ts';

@ObjectType({ description: 'An answer that the viewer has begun and not sent; nobody else reads it.' })
export class AnswerDraft {
  @Field(() => AnswerKindEnum, { description: 'Which of the four kinds.' })
  kind!: AnswerKind;

  @Field(() => String, { description: 'The words so far.' })
  text!: string;

  @Field(() => LocalDate, { nullable: true, description: 'By when.' })
  promisedOn!: string | null;

  @Field(() => ResultOutcomeEnum, { nullable: true, description: 'How the matter ended.' })
  outcome!: ResultOutcome | null;

  @Field(() => ObstacleReasonEnum, { nullable: true, description: 'What stands in the way.' })
  obstacleReason!: ObstacleReason | null;

  @Field(() => String, { nullable: true, description: 'Why there is no proof.' })
  noProofReason!: string | null;

  @Field(() => DateTime, { description: 'When it was last kept; it goes 30 days later, or when it is sent.' })
  savedAt!: Date;
}

@InputType({ description: 'What an officer has written so far.' })
export class SaveAnswerDraftInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => AnswerKindEnum, { description: 'Which of the four kinds.' })
  kind!: AnswerKind;

  @Field(() => String, { description: 'The words so far; 4,000 characters at most.' })
  text!: string;

  @Field(() => LocalDate, { nullable: true, description: 'By when.' })
  promisedOn?: string | null;

  @Field(() => ResultOutcomeEnum, { nullable: true, description: 'How the matter ended.' })
  outcome?: ResultOutcome | null;

  @Field(() => ObstacleReasonEnum, { nullable: true, description: 'What stands in the way.' })
  obstacleReason?: ObstacleReason | null;

  @Field(() => String, { nullable: true, description: 'Why there is no proof; 500 characters at most.' })
  noProofReason?: string | null;
}

@InputType({ description: 'A draft to throw away.' })
export class DiscardAnswerDraftInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;
}

@ObjectType({ description: 'The draft is kept, or gone.' })
export class AnswerDraftKept {
  @Field(() => Report, { description: 'The report with the viewer’s draft.' })
  report!: Report;
}

export const AnswerDraftResult = createUnionType({
  name: 'AnswerDraftResult',
  description: 'The report with the draft, or why it was not kept.',
  types: () => [AnswerDraftKept, InvalidInput, NotFound] as const,
});
