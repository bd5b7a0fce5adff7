import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, InvalidInput, NotFound } from '@lapor/subgraph';
import { Officer } from '../report/graphql-index.ts';
import { Category, IdentityRequirement } from './graphql.ts';

type Requirement = keyof typeof IdentityRequirement;

@ObjectType({ description: 'A change of what a category asks for.' })
export class CategoryChange {
  @Field(() => Int, { description: 'Number of the version that it made.' }) version!: number;
  @Field(() => IdentityRequirement, { description: 'What must be known of the reporter from then on.' })
  identityRequirement!: Requirement;
  @Field(() => IdentityRequirement, { description: 'What had to be known before.' })
  identityRequirementBefore!: Requirement;
  @Field(() => Boolean, { description: 'Whether secrecy is proposed from then on.' }) isSensitive!: boolean;
  @Field(() => Boolean, { description: 'Whether supporting data are needed from then on.' })
  needsSupportingData!: boolean;
  @Field(() => String, { description: 'Why, as it was entered.' }) reason!: string;
  @Field(() => DateTime, { description: 'When.' }) enteredAt!: Date;
  @Field(() => Officer, { description: 'Who entered it.' }) by!: Officer;
}

@ObjectType({ description: 'What a category asks for, how that came about, and which reports it has open.' })
export class CategorySettings {
  @Field(() => Category, { description: 'The category as it is now.' }) category!: Category;
  @Field(() => Int, { description: 'Number of the version; 0 as it came with the platform.' })
  version!: number;
  @Field(() => [CategoryChange], { description: 'What was changed, newest first; 50 at most.' })
  changes!: CategoryChange[];
  @Field(() => [Category], {
    description: 'All categories below it, by their paths. Each keeps what it asks for itself.',
  })
  below!: Category[];
  @Field(() => Int, { description: 'Open reports of it; a change leaves them as they were filed.' })
  openReports!: number;
  @Field(() => Int, {
    description: 'Of these, not verified yet: whether supporting data are needed is asked when they are.',
  })
  waitingReports!: number;
  @Field(() => Int, {
    description:
      'Of the waiting ones, at the desk of an agency: when the category is sensitive only the national desk verifies them.',
  })
  waitingAtAgencies!: number;
  @Field(() => Int, { description: 'Open reports of whose reporter nothing is known.' })
  withoutIdentity!: number;
  @Field(() => Int, { description: 'Open reports that are anonymous.' }) anonymousReports!: number;
}

@InputType({ description: 'What a category asks for from now on.' })
export class ChangeCategoryInput {
  @Field(() => ID, { description: 'The category; those below keep their own.' }) categoryId!: string;
  @Field(() => IdentityRequirement, { description: 'What must be known of the reporter.' })
  identityRequirement!: Requirement;
  @Field(() => Boolean, { description: 'Whether secrecy is proposed.' }) isSensitive!: boolean;
  @Field(() => Boolean, { description: 'Whether a report goes to an agency only with data that support it.' })
  needsSupportingData!: boolean;
  @Field(() => String, { description: 'Why; 10 to 500 characters, for the log.' }) reason!: string;
  @Field(() => Int, { description: 'The version that was looked at; a newer one is not written over.' })
  expectedVersion!: number;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@ObjectType({ description: 'The category as it stands now.' })
export class CategoryChanged {
  @Field(() => CategorySettings, { description: 'What it asks for.' }) settings!: CategorySettings;
}

export const ChangeCategoryResult = createUnionType({
  name: 'ChangeCategoryResult',
  description: 'The category, or why it was not changed.',
  types: () => [CategoryChanged, InvalidInput, NotFound] as const,
});
