import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, InvalidInput, NotFound } from '@lapor/subgraph';
import { Category } from '../category/index.ts';
import { Region, Report } from '../report/graphql-index.ts';

@ObjectType({ description: 'Something that a citizen follows: a report, or what is published in an area.' })
export class Follow {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => Report, {
    nullable: true,
    description: 'The report; null for an area, and when it is not public any more.',
  })
  report!: Report | null;
  @Field(() => Region, { nullable: true, description: 'The area.' }) region!: Region | null;
  @Field(() => Category, { nullable: true, description: 'Only of this category and those below it.' })
  category!: Category | null;
  @Field(() => DateTime, { description: 'Since when.' }) followedAt!: Date;
}

@InputType({ description: 'A report to follow, or to follow no more.' })
export class FollowReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
}

@InputType({ description: 'An area to follow.' })
export class FollowAreaInput {
  @Field(() => ID, { description: 'The region, with all below it.' }) regionCode!: string;
  @Field(() => ID, { nullable: true, description: 'Only this category and those below it.' }) categoryId?:
    string | null;
}

@InputType({ description: 'Something to follow no more.' })
export class UnfollowInput {
  @Field(() => ID, { description: 'Id of the follow.' }) followId!: string;
}

@ObjectType({ description: 'It is followed.' })
export class Followed {
  @Field(() => Follow, { description: 'What is followed.' }) follow!: Follow;
}

@ObjectType({ description: 'It is followed no more.' })
export class Unfollowed {
  @Field(() => ID, { description: 'Id of the follow.' }) id!: string;
}

export const FollowResult = createUnionType({
  name: 'FollowResult',
  description: 'What is followed, or why it is not.',
  types: () => [Followed, InvalidInput, NotFound] as const,
});

export const UnfollowResult = createUnionType({
  name: 'UnfollowResult',
  description: 'That it is followed no more, or that it was not.',
  types: () => [Unfollowed, NotFound] as const,
});
