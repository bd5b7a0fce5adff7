import { Field, ID, InputType, Int } from 'type-graphql';

/** What every change of one report is told besides what it is about. */
@InputType({ description: 'A change of a report.' })
export class ChangeInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '`version` of the report as it was before the officer’s eyes: when something happened since, nothing is changed and the answer says what.',
  })
  expectedVersion?: number | null;
}
