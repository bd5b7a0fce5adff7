import { RequestInput } from '@lapor/request/graphql';
import { Field, ID, InputType } from 'type-graphql';
import type { OversightOutcome as OutcomeName } from '../vocabulary.ts';
import { OversightOutcome } from './enums.ts';

@InputType({ description: 'Why the Ombudsman should look at the own report.' })
export class RequestOversightInput extends RequestInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => String, { description: 'Why, 10 to 2,000 characters; read by the Ombudsman alone.' })
  reason!: string;
}

@InputType({ description: 'Why the Ombudsman looks at a report of its own accord.' })
export class OpenOversightInput extends RequestInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => String, { description: 'Why, 10 to 2,000 characters; read by whoever reads the case.' })
  reason!: string;
}

@InputType({ description: 'An explanation to ask for.' })
export class AskClarificationInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'What is to be explained, 10 to 4,000 characters.' })
  text!: string;
}

@InputType({ description: 'The explanation.' })
export class GiveClarificationInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'The explanation, 10 to 4,000 characters.' })
  text!: string;
}

@InputType({ description: 'A word between Ombudsman and agency.' })
export class WriteOversightMessageInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'The word, 1 to 4,000 characters.' })
  text!: string;
}

@InputType({ description: 'What should be done.' })
export class RecommendInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => String, { description: 'What the agency should do, 10 to 4,000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the reporter is told besides the fact, up to 2,000 characters.',
  })
  wordsForReporter?: string | null;
}

@InputType({ description: 'The office that takes the case over.' })
export class AssignOversightInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => ID, { description: 'The office of the Ombudsman.' })
  officeId!: string;

  @Field(() => String, { description: 'Why, 3 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'The end of a case.' })
export class CloseOversightInput extends RequestInput {
  @Field(() => ID, { description: 'The case.' })
  caseId!: string;

  @Field(() => OversightOutcome, { description: 'What came of it.' })
  outcome!: OutcomeName;

  @Field(() => String, { description: 'Why, for the agency, 10 to 4,000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the reporter is told besides the outcome, up to 2,000 characters.',
  })
  wordsForReporter?: string | null;
}
