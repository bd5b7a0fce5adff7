import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Category } from '../category/index.ts';
import { Organisation } from '../report/graphql-index.ts';
import { ROUTE_BASES, ROUTE_LEVELS, type AppliedRule } from './route-rules.ts';

const namesOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

// The words of `organisations`, whose rules these are: the same values, described there.
export const RouteLevelEnum = namesOf(ROUTE_LEVELS);
registerEnumType(RouteLevelEnum, {
  name: 'RouteLevel',
  description: 'Level of government.',
  valuesConfig: {
    NATIONAL: { description: 'Ministries, agencies, state enterprises.' },
    PROVINCE: { description: 'The province of the place.' },
    REGENCY: { description: 'The regency or city of the place.' },
  },
});
export const RouteBasisEnum = namesOf(ROUTE_BASES);
registerEnumType(RouteBasisEnum, {
  name: 'RouteBasis',
  description: 'Why an organisation is answered.',
  valuesConfig: {
    NATIONAL_BODY: { description: 'The national map names it.' },
    UNIT_WITH_KEY: {
      description: 'It is the unit of the place’s government that serves the key of the map.',
    },
    GOVERNMENT_WITHOUT_UNIT: { description: 'No unit of the place’s government serves the key.' },
    GOVERNMENT_CHOICE: { description: 'The government chose it itself.' },
  },
});

const WORDS = 'Words of the text that led here.';
const SIMILAR =
  'How many of the most similar published reports had it, as their verifiers decided; at most 20.';

@ObjectType({ description: 'A category that a text seems to be about, with the reasons.' })
export class SuggestedCategory {
  @Field(() => Category, { description: 'The category.' }) category!: Category;
  @Field(() => [String], { description: WORDS }) matchedWords!: string[];
  @Field(() => Int, { description: SIMILAR }) similarReportCount!: number;
}

@ObjectType({ description: 'The rule of the category map that names an organisation.' })
export class AppliedRouteRule {
  @Field(() => Category, { nullable: true, description: 'For which category.' }) category!: Category | null;
  @Field(() => RouteLevelEnum, { description: 'On which level.' }) level!: AppliedRule['level'];
  @Field(() => RouteBasisEnum, { description: 'Why this organisation.' }) basis!: AppliedRule['basis'];
  @Field(() => Int, { description: 'Version of the rule.' }) version!: number;
}

@ObjectType({ description: 'An organisation that may be competent, with the reasons.' })
export class SuggestedOrganisation {
  @Field(() => Organisation, { description: 'The organisation.' }) organisation!: Organisation;
  @Field(() => [String], { description: WORDS }) matchedWords!: string[];
  @Field(() => Int, {
    description: 'How many of the most similar published reports it handles; at most 20.',
  })
  similarReportCount!: number;
  @Field(() => AppliedRouteRule, {
    nullable: true,
    description: 'The rule that names it; null when only similar reports or its name in the text led here.',
  })
  rule!: AppliedRouteRule | null;
}

@ObjectType({
  description:
    'What a text seems to be about and who is usually competent. Empty where nothing speaks for anything.',
})
export class RoutingSuggestion {
  @Field(() => [SuggestedCategory], { description: 'At most three, the likeliest first.' })
  categories!: SuggestedCategory[];

  @Field(() => [SuggestedOrganisation], { description: 'At most three, the likeliest first.' })
  organisations!: SuggestedOrganisation[];

  @Field(() => Boolean, {
    description: 'Whether the first of both is far ahead of the others: only then it may be filled in.',
  })
  isConfident!: boolean;
}
