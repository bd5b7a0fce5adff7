import { Connection, DateTime, InvalidInput, NotFound } from '@lapor/subgraph';
import {
  Directive,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  createUnionType,
  registerEnumType,
} from 'type-graphql';
import { ChangeRefused } from '@lapor/request/graphql';
import { RequestInput } from '@lapor/request/graphql';
import { Region } from '../region/index.ts';
import {
  ROUTE_BASES,
  ROUTE_LEVELS,
  type RouteBasis as Basis,
  type RouteLevel as Level,
  USUAL_LEVELS,
  type UsualLevel as Usual,
} from './vocabulary.ts';

const namesOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

const UsualLevel = namesOf(USUAL_LEVELS);
registerEnumType(UsualLevel, {
  name: 'UsualLevel',
  description: 'Where reports of a category are usually handled.',
  valuesConfig: {
    NATIONAL: { description: 'By a ministry, agency or state enterprise.' },
    PROVINCE: { description: 'By the province.' },
    REGENCY: { description: 'By the regency or city.' },
    MIXED: { description: 'By whichever is competent for the case.' },
  },
});

const RouteLevel = namesOf(ROUTE_LEVELS);
registerEnumType(RouteLevel, {
  name: 'RouteLevel',
  description: 'Level of government.',
  valuesConfig: {
    NATIONAL: { description: 'Ministries, agencies, state enterprises.' },
    PROVINCE: { description: 'The province of the place.' },
    REGENCY: { description: 'The regency or city of the place.' },
  },
});

const RouteBasis = namesOf(ROUTE_BASES);
registerEnumType(RouteBasis, {
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

@ObjectType({ description: 'An organisation that is usually competent for a category at a place, and why.' })
export class RouteRule {
  @Field(() => RouteLevel, { description: 'On which level.' })
  level!: Level;

  @Field(() => RouteBasis, { description: 'Why this organisation.' })
  basis!: Basis;

  @Field(() => String, { nullable: true, description: 'Key of the map that was looked for.' })
  unitKey!: string | null;

  @Field(() => Int, { description: 'Version of the rule that decided.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether the government itself decided, not the national map.' })
  decidedByGovernment!: boolean;

  organisationId!: string;
}

@ObjectType({ description: 'Where reports of a category go: a row of the map, with its version.' })
export class CategoryRoute {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => UsualLevel, { description: 'Where they are usually handled; that of the national map.' })
  usualLevel!: Usual;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the units that serve it in provinces, regencies and cities.',
  })
  unitKey!: string | null;

  @Field(() => Int, { description: 'Counts the changes of this row; 1 is the first.' })
  version!: number;

  @Field(() => DateTime, { description: 'Since when it holds.' })
  effectiveFrom!: Date;

  nationalOrganisationId!: string | null;
  governmentId!: string | null;
  unitId!: string | null;
  actorId!: string | null;
  enteredReason!: string | null;
}

export const CategoryRouteConnection = Connection('CategoryRoute', () => CategoryRoute);
export type CategoryRouteConnection = InstanceType<typeof CategoryRouteConnection>;

@ObjectType({
  description: 'A kind of unit that local governments usually have, as the category map names it.',
})
export class UnitKey {
  @Field(() => ID, { description: 'For example dpupr.' })
  key!: string;

  @Field(() => String, { description: 'For example Dinas Pekerjaan Umum dan Penataan Ruang.' })
  name!: string;
}

// What `reports` owns is described there only: two texts for one thing would be a hint of the composition.

@Directive('@key(fields: "id")')
@ObjectType()
export class Category {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class Report {
  @Field(() => ID)
  id!: string;

  @Directive('@external')
  @Field(() => Boolean)
  viewerCanVerify!: boolean;

  @Directive('@external')
  @Field(() => Category, { nullable: true })
  category!: Category | null;

  @Directive('@external')
  @Field(() => Region, { nullable: true })
  region!: Pick<Region, 'code'> | null;
}

@InputType({ description: 'Which part of the map.' })
export class CategoryRouteFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'The map as it holds for this government: its own choices, else the national rows.',
  })
  governmentId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only these categories.' })
  categoryIds?: string[] | null;
}

@InputType({ description: 'Another rule for a category, or back to the one it had from the start.' })
export class SetCategoryRouteInput extends RequestInput {
  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The government that chooses one of its own units; absent: the national map.',
  })
  governmentId?: string | null;

  @Field(() => UsualLevel, { nullable: true, description: 'National map: where reports are handled.' })
  usualLevel?: Usual | null;

  @Field(() => ID, {
    nullable: true,
    description: 'National map: the ministry, agency or state enterprise; needed for NATIONAL.',
  })
  nationalOrganisationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'National map: key of the units; needed for PROVINCE and REGENCY.',
  })
  unitKey?: string | null;

  @Field(() => ID, { nullable: true, description: 'Own choice: the unit, or the government itself.' })
  unitId?: string | null;

  @Field(() => String, { description: 'Why, for the history: 5 to 500 characters.' })
  reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: 'National map: back to what the reference data say. Own choice: none any more.',
  })
  reset?: boolean | null;
}

@ObjectType({ description: 'The map was changed.' })
export class RoutingChanged {
  @Field(() => CategoryRoute, {
    nullable: true,
    description: 'The rule that holds now; null after a reset that leaves none.',
  })
  route!: CategoryRoute | null;
}

export const ChangeRoutingResult = createUnionType({
  name: 'ChangeRoutingResult',
  description: 'The rule that holds now, or why nothing was changed.',
  types: () => [RoutingChanged, InvalidInput, NotFound, ChangeRefused] as const,
});
