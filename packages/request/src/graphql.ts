import { FieldError, InvalidInput, NotFound, UserError } from '@lapor/subgraph';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Refusal } from './outcome.ts';

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

@Directive('@shareable')
@ObjectType({
  implements: UserError,
  description: 'The viewer may do this, but it cannot be done as things stand; the code says why.',
})
export class ChangeRefused extends UserError {}

/** An expected failure as a member of a mutation's result. */
export function toUserError<Code extends string>({
  code,
  message,
  field,
  faults,
}: Refusal<Code>): InvalidInput | NotFound | ChangeRefused {
  if (code === 'NOT_FOUND') return Object.assign(new NotFound(), { code, message });
  if (code !== 'INVALID_INPUT') return Object.assign(new ChangeRefused(), { code, message });
  const found = faults ?? [
    { path: field === undefined ? 'input' : `input.${field}`, code: 'INVALID', message },
  ];
  const fields = found.map((fault) => Object.assign(new FieldError(), fault));
  return Object.assign(new InvalidInput(), { code, message, fields });
}
