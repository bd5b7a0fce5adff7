import { Directive, Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { DateTime } from './scalars.ts';

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
@ObjectType({
  description: 'Work that a device can do instead of waiting: good for one request, for ten minutes.',
})
export class ProofOfWorkChallenge {
  @Field(() => String, {
    description:
      'ALTCHA challenge (version 2, PBKDF2/SHA-256) as JSON: its solution goes back with it unchanged, in the same request.',
  })
  challenge!: string;

  @Field(() => DateTime, { description: 'After this it has to be asked for anew.' })
  expiresAt!: Date;
}

@Directive('@shareable')
@ObjectType({ implements: UserError, description: 'Too many attempts from one source.' })
export class TooManyRequests extends UserError {
  @Field(() => Int, { description: 'Seconds to wait.' })
  retryAfterSeconds!: number;

  @Field(() => ProofOfWorkChallenge, {
    nullable: true,
    description: 'Work by which the request passes at once; null where waiting is all there is.',
  })
  challenge!: ProofOfWorkChallenge | null;
}
