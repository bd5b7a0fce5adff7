import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'The missing data.' })
export class CompleteReportDataInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { description: 'The data; 2 to 2,000 characters.' }) text!: string;
  @Field(() => [ID], { nullable: true, description: 'Photos or documents, from POST /files; five at most.' })
  attachmentIds?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A word.' })
export class ReplyToReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { description: '2 to 2,000 characters.' }) text!: string;
  @Field(() => [ID], { nullable: true, description: 'Photos or documents, from POST /files; five at most.' })
  attachmentIds?: string[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A confirmation.' })
export class ConfirmReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { nullable: true, description: 'A word, if any.' }) text?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A dispute.' })
export class DisputeReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { description: 'What is not settled; 10 to 1,000 characters.' }) text!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A rating.' })
export class RateReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => Int, { description: '1 to 5.' }) score!: number;
  @Field(() => String, { nullable: true, description: 'A word, if any.' }) text?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'A withdrawal.' })
export class WithdrawReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { nullable: true, description: 'Why, if told.' }) reason?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'An appeal.' })
export class AppealArchiveInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, { description: 'Why; 10 to 1,000 characters.' }) text!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'Protection to take off.' })
export class RemoveFlagInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
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
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}
