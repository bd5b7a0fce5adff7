import { Field, InterfaceType } from 'type-graphql';

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
