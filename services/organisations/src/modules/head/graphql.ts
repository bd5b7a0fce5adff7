import { Field, ObjectType } from 'type-graphql';
import type { Organisation } from '../organisation/index.ts';

@ObjectType({ description: 'The highest official of an organisation.' })
export class OrganisationHead {
  @Field(() => String, {
    description: 'Title of the office in Indonesian: Menteri, Gubernur, Bupati, Wali Kota, Kepala Dinas …',
  })
  title!: string;

  organisation!: Organisation;
}
