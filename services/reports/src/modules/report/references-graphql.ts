import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
// Entities of `organisations`: their words stand there.
@ObjectType()
export class Organisation {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType()
export class Region {
  @Field(() => ID)
  code!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
export class Officer {
  @Field(() => ID)
  id!: string;
}
