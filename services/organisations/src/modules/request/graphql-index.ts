import { Field, ID, InputType } from 'type-graphql';

/** Base of inputs of changes. */
@InputType()
export abstract class RequestInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'A UUID made by the device: a repeated request changes nothing and answers what the first did.',
  })
  requestKey?: string | null;
}
