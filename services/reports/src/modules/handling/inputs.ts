import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '@lapor/subgraph';
import {
  AnswerKindEnum,
  ArchiveCodeEnum,
  ReportClassEnum,
  ReturnReasonEnum,
} from '../report/graphql-index.ts';
import type { AnswerKind, ArchiveCode, ReportClass, ReturnReason } from '../report/index.ts';

@InputType({ description: 'A verifier’s decision.' })
export class VerifyReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
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
  @Field(() => String, { nullable: true, description: 'A word to the agency, for officers only.' }) note?:
    string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'What is missing.' })
export class PostponeReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { description: 'What the reporter is asked for; 10 to 1,000 characters.' })
  missingData!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'Why a report is not handled.' })
export class ArchiveReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => ArchiveCodeEnum, { description: 'The reason.' }) code!: ArchiveCode;
  @Field(() => String, { description: 'What the reporter reads; 10 to 1,000 characters.' }) text!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'Another class.' })
export class ReclassifyReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => ReportClassEnum, { description: 'The new class.' }) class!: ReportClass;
  @Field(() => String, { description: 'Why; 10 to 1,000 characters.' }) reason!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'Where a report goes.' })
export class DisposeReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => ID, { description: 'The unit.' }) organisationId!: string;
  @Field(() => String, { nullable: true, description: 'A word to the unit, for officers only.' }) note?:
    string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'Why a report is returned.' })
export class ReturnReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => ReturnReasonEnum, { description: 'The reason.' }) reason!: ReturnReason;
  @Field(() => String, { description: 'What the level above and the reporter read; 10 to 1,000 characters.' })
  text!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'An answer.' })
export class AnswerReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => AnswerKindEnum, { description: 'Which of the four.' }) kind!: AnswerKind;
  @Field(() => String, { description: 'What everybody who reads the report reads; 10 to 4,000 characters.' })
  text!: string;
  @Field(() => LocalDate, { nullable: true, description: 'By when; needed for a plan and an obstacle.' })
  promisedOn?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Proof, from POST /files; five at most.' })
  attachmentIds?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A question.' })
export class RequestInformationInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { description: 'The question; 10 to 1,000 characters.' }) text!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A proposal.' })
export class ProposeClosingInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { description: 'Why; 10 to 1,000 characters.' }) reason!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A closing.' })
export class CloseReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { description: 'Why; the reporter may dispute it; 10 to 1,000 characters.' })
  reason!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'Protection to add.' })
export class FlagReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => Boolean, { nullable: true, description: 'Hide the name.' }) anonymous?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Hide everything but from the handlers.' })
  confidential?: boolean | null;
  @Field(() => String, { description: 'Why; 10 to 1,000 characters.' }) reason!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}
