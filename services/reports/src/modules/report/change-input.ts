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

/** A change that its officer may take back for some seconds. */
@InputType({ description: 'A change of a report that can be taken back.' })
export class UndoableInput extends ChangeInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'For so many seconds, 10 at most, it is kept and can be taken back by `undoChange`; then it is made by the posts that the officer holds at that moment. Needs `requestKey`. Without it, or 0, it is made at once. Not for API keys and links.',
  })
  undoSeconds?: number | null;
}
