import { LocalDate } from '@lapor/subgraph';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OrganisationKind } from '../organisation/graphql-index.ts';

export const AdoptionGrouping = { KIND: 'KIND', PROVINCE: 'PROVINCE' } as const;
export type AdoptionGrouping = keyof typeof AdoptionGrouping;
registerEnumType(AdoptionGrouping, {
  name: 'AdoptionGrouping',
  description: 'By what adoption is counted.',
  valuesConfig: {
    KIND: { description: 'A row for ministries, agencies, state enterprises, provinces, regencies, cities.' },
    PROVINCE: { description: 'A row for each province with the local governments in it.' },
  },
});

@ObjectType({
  description:
    'How many governments and K/L work with the platform. Only roots are counted, never units; kinds are never mixed with others in one share.',
})
export class AdoptionRow {
  @Field(() => OrganisationKind, { nullable: true, description: 'The kind, when counted by kind.' })
  kind!: OrganisationKind | null;

  @Field(() => Int, { description: 'How many there are.' })
  total!: number;

  @Field(() => Int, {
    description:
      'How many are connected: an admin and a liaison officer with active accounts, and the decree (SK) declared.',
  })
  connected!: number;

  @Field(() => Int, {
    description:
      'How many used it: answered or disposed a report in the last 90 days, themselves or a unit of theirs.',
  })
  used!: number;

  @Field(() => Int, { description: 'How many have the whole checklist of readiness.' })
  ready!: number;

  provinceCode!: string | null;
}

@ObjectType({ description: 'Adoption at the end of a month; for the present month as it was last counted.' })
export class AdoptionPoint {
  @Field(() => LocalDate, { description: 'Day of the count.' })
  on!: string;

  @Field(() => Int, { description: 'How many governments and K/L there were.' })
  total!: number;

  @Field(() => Int, { description: 'How many were connected.' })
  connected!: number;

  @Field(() => Int, { description: 'How many had used it in the 90 days before.' })
  used!: number;
}
