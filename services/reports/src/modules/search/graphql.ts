import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '@lapor/subgraph';
import { Category } from '../category/index.ts';
import { Region, ReportKindEnum, ReportStateEnum } from '../report/graphql-index.ts';
import type { ReportKind, ReportState } from '../report/index.ts';

export const ReportSortEnum = {
  NEWEST: 'NEWEST',
  MOST_SUPPORTED: 'MOST_SUPPORTED',
  DUE: 'DUE',
  RELEVANCE: 'RELEVANCE',
} as const;
registerEnumType(ReportSortEnum, {
  name: 'ReportSort',
  description: 'Order of the published reports.',
  valuesConfig: {
    NEWEST: { description: 'Published last first.' },
    MOST_SUPPORTED: { description: 'Most "saya juga mengalami" first.' },
    DUE: { description: 'Next deadline first; those without a running clock last.' },
    RELEVANCE: {
      description:
        'Best match of the words first, among the 500 newest matches, then the older ones; without words as NEWEST.',
    },
  },
});

@InputType({ description: 'A part of the map, in degrees of WGS 84.' })
export class MapBoundsInput {
  @Field(() => Float, { description: 'Southern edge.' }) south!: number;
  @Field(() => Float, { description: 'Western edge.' }) west!: number;
  @Field(() => Float, { description: 'Northern edge.' }) north!: number;
  @Field(() => Float, { description: 'Eastern edge.' }) east!: number;
}

@InputType({ description: 'Narrows the published reports; all given conditions hold.' })
export class PublicReportFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'A report number, or words that must all be there; typing errors, usual abbreviations and synonyms are forgiven.',
  })
  search?: string | null;

  @Field(() => [ReportStateEnum], { nullable: true, description: 'Only these states.' })
  states?: ReportState[] | null;

  @Field(() => [ReportKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: ReportKind[] | null;

  @Field(() => ID, { nullable: true, description: 'This category and all below it.' })
  categoryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'This region and all below it.' })
  regionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Handled by this organisation or one below it.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Words of the place as the reporter described it.' })
  placeText?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Published on this day (Jakarta) or later.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Published on this day (Jakarta) or before.' })
  until?: string | null;

  @Field(() => MapBoundsInput, {
    nullable: true,
    description: 'Their point lies in this part of the map; reports without a point do not.',
  })
  bounds?: MapBoundsInput | null;
}

const count = 'How many match; counted up to 1,000.';
const more = 'Whether there may be more than `count`.';

@ObjectType({ description: 'How many matches are in a state.' })
export class StateFacet {
  @Field(() => ReportStateEnum, { description: 'The state.' }) state!: ReportState;
  @Field(() => Int, { description: count }) count!: number;
  @Field(() => Boolean, { description: more }) isAtLeast!: boolean;
}

@ObjectType({ description: 'How many matches are of a kind.' })
export class KindFacet {
  @Field(() => ReportKindEnum, { description: 'The kind.' }) kind!: ReportKind;
  @Field(() => Int, { description: count }) count!: number;
  @Field(() => Boolean, { description: more }) isAtLeast!: boolean;
}

@ObjectType({ description: 'How many matches are of a category or one below it.' })
export class CategoryFacet {
  @Field(() => Category, { description: 'The category.' }) category!: Category;
  @Field(() => Int, { description: count }) count!: number;
  @Field(() => Boolean, { description: more }) isAtLeast!: boolean;
}

@ObjectType({ description: 'How many matches are in a region.' })
export class RegionFacet {
  @Field(() => Region, { description: 'The region.' }) region!: Region;
  @Field(() => Int, { description: count }) count!: number;
  @Field(() => Boolean, { description: more }) isAtLeast!: boolean;
}

@ObjectType({
  description:
    'How the matches of a filter divide, most first. At most the 5,000 newest are looked at; counts are then at least so many.',
})
export class ReportFacets {
  @Field(() => [StateFacet], { description: 'By state, whatever states the filter asks for.' })
  states!: StateFacet[];

  @Field(() => [KindFacet], { description: 'By kind, whatever kinds the filter asks for.' })
  kinds!: KindFacet[];

  @Field(() => [CategoryFacet], {
    description: 'By category of the first level, or right below the category of the filter.',
  })
  categories!: CategoryFacet[];

  @Field(() => [RegionFacet], { description: 'By province, or right below the region of the filter.' })
  regions!: RegionFacet[];
}
