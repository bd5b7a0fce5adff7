import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a file of reference data is from.' })
export class ReferenceSource {
  @Field(() => ID, { description: 'The file.' })
  file!: string;

  @Field(() => String, { description: 'What is in it.' })
  title!: string;

  @Field(() => String, { description: 'Who made the data.' })
  source!: string;

  @Field(() => String, { description: 'Under which licence they are used.' })
  licence!: string;

  @Field(() => String, { description: 'Of when they are.' })
  vintage!: string;
}
