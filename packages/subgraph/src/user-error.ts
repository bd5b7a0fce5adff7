import { Directive, Field, Int, InterfaceType, ObjectType } from 'type-graphql';

/** What a mutation answers when a person can mend it. */
@InterfaceType({
  description: 'Something the caller can mend: a member of the result, never a GraphQL error.',
  autoRegisterImplementations: false,
})
export abstract class UserError {
  @Field(() => String, {
    description: 'Stable machine-readable code; applications own the words people read.',
  })
  code!: string;

  @Field(() => String, { description: 'The same for developers, in English.' })
  message!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'One faulty field of an input.' })
export class FieldError {
  @Field(() => String, { description: 'Path of the field, such as `input.reporter.phone`.' })
  path!: string;

  @Field(() => String, {
    description: 'Stable code: REQUIRED, TOO_SHORT, TOO_LONG, INVALID, NOT_FOUND and more special ones.',
  })
  code!: string;

  @Field(() => String, { description: 'What would be right, for developers.' })
  message!: string;
}

@Directive('@shareable')
@ObjectType({ implements: UserError, description: 'Fields are missing or wrong; nothing was changed.' })
export class InvalidInput extends UserError {
  @Field(() => [FieldError], { description: 'Every faulty field.' })
  fields!: FieldError[];
}

@Directive('@shareable')
@ObjectType({
  implements: UserError,
  description: 'There is no such thing, or the viewer may not do this with it: both look alike.',
})
export class NotFound extends UserError {}

@Directive('@shareable')
@ObjectType({ implements: UserError, description: 'Too many attempts from one source.' })
export class TooManyRequests extends UserError {
  @Field(() => Int, { description: 'Seconds to wait.' })
  retryAfterSeconds!: number;
}
