import { InvalidInput, NotFound } from '@lapor/subgraph';
import { Field, ObjectType, createUnionType } from 'type-graphql';
import { Organisation } from '../organisation/index.ts';
import { ChangeRefused } from '@lapor/request/graphql';
import { OrganisationChange } from './graphql.ts';

@ObjectType({ description: 'The organisation after the change, or with the change scheduled.' })
export class OrganisationChanged {
  @Field(() => Organisation, {
    description:
      'As it is now: the new one, the successor of a merger, the parent of a unit that is yet to be made.',
  })
  organisation!: Organisation;

  @Field(() => OrganisationChange, {
    nullable: true,
    description: 'What was written into its history; null when nothing had to change.',
  })
  change!: OrganisationChange | null;
}

export const ChangeOrganisationResult = createUnionType({
  name: 'ChangeOrganisationResult',
  description: 'The changed organisation, or why it was not changed.',
  types: () => [OrganisationChanged, InvalidInput, NotFound, ChangeRefused] as const,
});
