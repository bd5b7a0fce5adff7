import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Connection, DateTime, InvalidInput, LocalDate, NotFound } from '@lapor/subgraph';
import {
  AnswerKindEnum,
  ChangeInput,
  ObstacleReasonEnum,
  Officer,
  Organisation,
  Report,
  ResultOutcomeEnum,
} from '../report/graphql-index.ts';
import type { AnswerKind, ObstacleReason, ResultOutcome } from '../report/index.ts';
import { APPROVAL_MODES, type ApprovalMode } from './vocabulary.ts';

export const AnswerApprovalModeEnum = Object.fromEntries(APPROVAL_MODES.map((mode) => [mode, mode])) as {
  [Mode in ApprovalMode]: Mode;
};
registerEnumType(AnswerApprovalModeEnum, {
  name: 'AnswerApprovalMode',
  description: 'Which answers wait for approval.',
  valuesConfig: {
    NONE: { description: 'None.' },
    RESULTS: { description: 'Results.' },
    ALL: { description: 'All four kinds.' },
  },
});

@ObjectType({ description: 'Which answers of an organisation and its units wait for approval.' })
export class AnswerApproval {
  @Field(() => Organisation, { description: 'The organisation that was asked about.' })
  organisation!: Organisation;

  @Field(() => AnswerApprovalModeEnum, { description: 'What holds for it: what the nearest level has set.' })
  mode!: ApprovalMode;

  @Field(() => Organisation, {
    nullable: true,
    description: 'The level that has set it; null where none has.',
  })
  setBy!: Organisation | null;
}

@ObjectType({ description: 'An answer that waits for approval; officers alone read it.' })
export class AnswerProposal {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => AnswerKindEnum, { description: 'Which of the four kinds.' })
  kind!: AnswerKind;

  @Field(() => String, { description: 'The words.' })
  text!: string;

  @Field(() => LocalDate, { nullable: true, description: 'By when.' })
  promisedOn!: string | null;

  @Field(() => ResultOutcomeEnum, { nullable: true, description: 'How the matter ended, of a result.' })
  outcome!: ResultOutcome | null;

  @Field(() => ObstacleReasonEnum, { nullable: true, description: 'What stands in the way, of an obstacle.' })
  obstacleReason!: ObstacleReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why a result comes without proof; the reporter will read it.',
  })
  noProofReason!: string | null;

  /** The entry that proposed it, which has its files. */
  entryId!: string;

  @Field(() => Officer, {
    nullable: true,
    description: 'Who wrote it; null when an API key did, and to API keys.',
  })
  author!: Officer | null;

  @Field(() => Organisation, { nullable: true, description: 'For which organisation it was written.' })
  organisation!: Organisation | null;

  @Field(() => DateTime, { description: 'Since when it waits.' })
  proposedAt!: Date;

  @Field(() => Boolean, { description: 'Whether the viewer may approve or reject it now; never one’s own.' })
  viewerCanDecide!: boolean;

  @Field(() => Report, { description: 'What it answers.' })
  report!: Report;
}

export const AnswerProposalConnection = Connection('AnswerProposal', () => AnswerProposal);
export type AnswerProposalConnection = InstanceType<typeof AnswerProposalConnection>;

@InputType({ description: 'An answer to let stand.' })
export class ApproveAnswerInput extends ChangeInput {
  @Field(() => ID, { description: 'The answer that waits.' })
  proposalId!: string;
}

@InputType({ description: 'An answer to give back.' })
export class RejectAnswerInput extends ChangeInput {
  @Field(() => ID, { description: 'The answer that waits.' })
  proposalId!: string;

  @Field(() => String, { description: 'Why; officers alone read it; 10 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Which answers wait for approval.' })
export class SetAnswerApprovalInput {
  @Field(() => ID, {
    description: 'The organisation; holds for all units below that set nothing of their own.',
  })
  organisationId!: string;

  @Field(() => AnswerApprovalModeEnum, { description: 'Which ones.' })
  mode!: ApprovalMode;
}

@ObjectType({ description: 'What holds from now on.' })
export class AnswerApprovalSet {
  @Field(() => AnswerApproval, { description: 'For the organisation.' })
  approval!: AnswerApproval;
}

export const SetAnswerApprovalResult = createUnionType({
  name: 'SetAnswerApprovalResult',
  description: 'What holds from now on, or why it was not set.',
  types: () => [AnswerApprovalSet, InvalidInput, NotFound] as const,
});
