import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '@lapor/subgraph';
import {
  AnswerKindEnum,
  ObstacleReasonEnum,
  ResultOutcomeEnum,
  ArchiveCodeEnum,
  ChangeInput,
  ReportClassEnum,
  ReturnReasonEnum,
  UndoableInput,
} from '../report/graphql-index.ts';
import { ModerationRuleEnum } from '../publication/graphql-index.ts';
import type { ModerationRule } from '../publication/index.ts';
import type {
  AnswerKind,
  ArchiveCode,
  ObstacleReason,
  ReportClass,
  ResultOutcome,
  ReturnReason,
} from '../report/index.ts';

@InputType({ description: 'A verifier’s decision.' })
export class VerifyReportInput extends UndoableInput {
  @Field(() => ReportClassEnum, { description: 'Sets the resolution clock.' }) class!: ReportClass;
  @Field(() => ID, { description: 'What it is about.' }) categoryId!: string;
  @Field(() => ID, { description: 'Who answers.' }) leadOrganisationId!: string;
  @Field(() => [ID], { nullable: true, description: 'Who helps; five at most.' }) coHandlerIds?:
    string[] | null;
  @Field(() => String, { nullable: true, description: 'Redacted title; unchanged when absent.' }) title?:
    string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Text without personal data; unchanged when absent. The original stays sealed.',
  })
  redactedText?: string | null;
  @Field(() => Boolean, {
    description: 'Whether it is published; false holds it back, which only the national desk may.',
  })
  safeToPublish!: boolean;
  @Field(() => String, { nullable: true, description: 'Why it is held back; needed then.' }) withholdReason?:
    string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why this organisation must take it, told to the reporter and the unit; needed, in place of the note, after three returns. 10 to 1,000 characters.',
  })
  mustTakeReason?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'That the data with the report support it; needed where `Category.needsSupportingData`.',
  })
  supportingDataChecked?: boolean | null;
  @Field(() => ModerationRuleEnum, {
    nullable: true,
    description: 'By which rule it is held back or redacted, for the public log; PERSONAL_DATA when absent.',
  })
  moderationRule?: ModerationRule | null;
  @Field(() => String, { nullable: true, description: 'A word to the agency, for officers only.' }) note?:
    string | null;
}

@InputType({ description: 'What is missing.' })
export class PostponeReportInput extends ChangeInput {
  @Field(() => String, { description: 'What the reporter is asked for; 10 to 1,000 characters.' })
  missingData!: string;
}

@InputType({ description: 'Why a report is not handled.' })
export class ArchiveReportInput extends UndoableInput {
  @Field(() => ArchiveCodeEnum, { description: 'The reason.' }) code!: ArchiveCode;
  @Field(() => String, { description: 'What the reporter reads; 10 to 1,000 characters.' }) text!: string;
}

@InputType({ description: 'Another class.' })
export class ReclassifyReportInput extends ChangeInput {
  @Field(() => ReportClassEnum, { description: 'The new class.' }) class!: ReportClass;
  @Field(() => String, { description: 'Why; 10 to 1,000 characters.' }) reason!: string;
}

@InputType({ description: 'Where a report goes.' })
export class DisposeReportInput extends UndoableInput {
  @Field(() => ID, { description: 'The unit.' }) organisationId!: string;
  @Field(() => String, { nullable: true, description: 'A word to the unit, for officers only.' }) note?:
    string | null;
}

@InputType({ description: 'Who helps.' })
export class AssignCoHandlersInput extends ChangeInput {
  @Field(() => [ID], {
    description:
      'All who help from now on, five at most; of those outside the viewer’s authority nobody has to be named.',
  })
  organisationIds!: string[];
}

@InputType({ description: 'Who gives the public answer.' })
export class ChangeLeadInput extends ChangeInput {
  @Field(() => ID, { description: 'The unit that leads from now on.' }) organisationId!: string;
}

@InputType({ description: 'Why a report is returned.' })
export class ReturnReportInput extends UndoableInput {
  @Field(() => ReturnReasonEnum, { description: 'The reason.' }) reason!: ReturnReason;
  @Field(() => String, { description: 'What the level above and the reporter read; 10 to 1,000 characters.' })
  text!: string;
}

@InputType({ description: 'An answer.' })
export class AnswerReportInput extends UndoableInput {
  @Field(() => AnswerKindEnum, { description: 'Which of the four.' }) kind!: AnswerKind;
  @Field(() => String, { description: 'What everybody who reads the report reads; 10 to 4,000 characters.' })
  text!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'By when; needed for a plan, and for an obstacle, where it is after today.',
  })
  promisedOn?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Proof, five at most; a result has at least one, or says why there is none.',
  })
  attachmentIds?: string[] | null;
  @Field(() => ResultOutcomeEnum, {
    nullable: true,
    description: 'How the matter ended; needed for a result.',
  })
  outcome?: ResultOutcome | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why a result has no proof, as public as the result; 10 to 500 characters.',
  })
  noProofReason?: string | null;
  @Field(() => ObstacleReasonEnum, {
    nullable: true,
    description: 'What stands in the way; needed for an obstacle.',
  })
  obstacleReason?: ObstacleReason | null;
}

@InputType({ description: 'A question.' })
export class RequestInformationInput extends ChangeInput {
  @Field(() => String, { description: 'The question; 10 to 1,000 characters.' }) text!: string;
}

@InputType({ description: 'A proposal.' })
export class ProposeClosingInput extends ChangeInput {
  @Field(() => String, { description: 'Why; 10 to 1,000 characters.' }) reason!: string;
}

@InputType({ description: 'A closing.' })
export class CloseReportInput extends ChangeInput {
  @Field(() => String, { description: 'Why; the reporter may dispute it; 10 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Protection to add.' })
export class FlagReportInput extends ChangeInput {
  @Field(() => Boolean, { nullable: true, description: 'Hide the name.' }) anonymous?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Hide everything but from the handlers.' })
  confidential?: boolean | null;
  @Field(() => String, { description: 'Why; 10 to 1,000 characters.' }) reason!: string;
}
