import { LocalDate } from '@lapor/subgraph';
import { Field, ID, InputType } from 'type-graphql';
import { OrganisationKind } from '../organisation/graphql-index.ts';
import { RequestInput } from '@lapor/request/graphql';

@InputType()
abstract class Reasoned extends RequestInput {
  @Field(() => String, { description: 'Why, for the history: 5 to 500 characters.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Number of the decree or regulation.' })
  decree?: string | null;
}

@InputType()
abstract class Dated extends Reasoned {
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'From when it holds; today when absent. A later day schedules it, an earlier one is kept as the date.',
  })
  effectiveOn?: string | null;
}

@InputType({ description: 'An organisation to make.' })
export class CreateOrganisationInput extends Dated {
  @Field(() => ID, {
    nullable: true,
    description: 'What it stands below; absent for a ministry, agency, state enterprise or province.',
  })
  parentId?: string | null;

  @Field(() => OrganisationKind, { description: 'What it is.' })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'Official name, 3 to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What people call it for short.' })
  acronym?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where it is; that of its parent when absent.' })
  regionCode?: string | null;

  @Field(() => [String], { nullable: true, description: 'Keys of the category map that it serves.' })
  unitKeys?: string[] | null;
}

@InputType({ description: 'Another name.' })
export class RenameOrganisationInput extends Dated {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Official name, 3 to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What people call it for short; absent for none.' })
  acronym?: string | null;
}

@InputType({ description: 'Another place in the tree.' })
export class MoveOrganisationInput extends Dated {
  @Field(() => ID, { description: 'The organisation; what lies below it goes along.' })
  organisationId!: string;

  @Field(() => ID, { description: 'What it is to stand below.' })
  newParentId!: string;
}

@InputType({ description: 'Organisations that go on in another.' })
export class MergeOrganisationsInput extends Dated {
  @Field(() => [ID], { description: '1 to 20 organisations that end.' })
  organisationIds!: string[];

  @Field(() => ID, { description: 'The one in which they go on; it exists already.' })
  intoId!: string;
}

@InputType({ description: 'An organisation that ends.' })
export class RetireOrganisationInput extends Dated {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who takes over its units, reports and tasks; its parent when absent.',
  })
  successorId?: string | null;
}

@InputType({ description: 'An organisation that exists again, without what went to its successor.' })
export class RestoreOrganisationInput extends Reasoned {
  @Field(() => ID, { description: 'The former organisation.' })
  organisationId!: string;
}

@InputType({ description: 'A change that is not to happen after all.' })
export class CancelScheduledChangeInput extends RequestInput {
  @Field(() => ID, { description: 'The scheduled change; all parts of a merger are called off together.' })
  changeId!: string;
}

@InputType({
  description: 'Details of an organisation: what is absent stays, what is empty or null is emptied.',
})
export class UpdateOrganisationInput extends RequestInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => ID, { nullable: true, description: 'Where it is, within the region of its government.' })
  regionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address of the office.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'Public phone number.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Public mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Address on the web, with https://.' })
  website?: string | null;

  @Field(() => [String], { nullable: true, description: 'Keys of the category map that it serves.' })
  unitKeys?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'IANA name of its zone: Asia/Jakarta, Asia/Pontianak, Asia/Makassar or Asia/Jayapura. Null: that of its region.',
  })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Title of its head; null: worked out from kind and name.',
  })
  headTitle?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of its head while no officer is registered as such.',
  })
  headName?: string | null;

  @Field(() => String, { nullable: true, description: 'Mail address to which reports are handed over.' })
  headEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address for letters to its head.' })
  headAddress?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only false: the unit from a template was checked and exists.',
  })
  isTemplate?: boolean | null;
}

@InputType({ description: 'Whether a government verifies reports filed on its own page.' })
export class SetDirectVerificationInput extends RequestInput {
  @Field(() => ID, { description: 'Root of a government or K/L.' })
  organisationId!: string;

  @Field(() => Boolean, { description: 'Whether it does.' })
  isEnabled!: boolean;
}
