import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "code", resolvable: false)')
// Of the organisations service, whose words stand there.
@ObjectType({ simpleResolvers: true })
export class Region {
  @Field(() => ID)
  code!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
// Of the reports service.
@ObjectType({ simpleResolvers: true })
export class Category {
  @Field(() => ID)
  id!: string;
}
