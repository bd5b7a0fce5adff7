import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput } from '../report/graphql-index.ts';

@InputType({ description: 'The missing data.' })
export class CompleteReportDataInput extends ChangeInput {
  @Field(() => String, { description: 'The data; 2 to 2,000 characters.' }) text!: string;
  @Field(() => [ID], { nullable: true, description: 'Files that were uploaded to /files; five at most.' })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'A word.' })
export class ReplyToReportInput extends ChangeInput {
  @Field(() => String, { description: '2 to 2,000 characters.' }) text!: string;
  @Field(() => [ID], { nullable: true, description: 'Files that were uploaded to /files; five at most.' })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'A confirmation.' })
export class ConfirmReportInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: 'A word, if any.' }) text?: string | null;
}

@InputType({ description: 'A dispute.' })
export class DisputeReportInput extends ChangeInput {
  @Field(() => String, { description: 'What is not settled; 10 to 1,000 characters.' }) text!: string;
}

@InputType({ description: 'A rating.' })
export class RateReportInput extends ChangeInput {
  @Field(() => Int, { description: '1 to 5.' }) score!: number;
  @Field(() => String, { nullable: true, description: 'A word, if any.' }) text?: string | null;
}

@InputType({ description: 'A withdrawal.' })
export class WithdrawReportInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: 'Why, if told.' }) reason?: string | null;
}

@InputType({ description: 'An appeal.' })
export class AppealArchiveInput extends ChangeInput {
  @Field(() => String, { description: 'Why; 10 to 1,000 characters.' }) text!: string;
}

@InputType({ description: 'Protection to take off.' })
export class RemoveFlagInput extends ChangeInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Show the pseudonym instead of "Anonim", and the identity to handlers on request.',
  })
  anonymous?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Let it be published once the national desk finds it safe.',
  })
  confidential?: boolean | null;
}
