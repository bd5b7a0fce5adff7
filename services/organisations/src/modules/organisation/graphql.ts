import { Connection, LocalDate } from '@lapor/subgraph';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';

export const OrganisationKind = {
  MINISTRY: 'MINISTRY',
  AGENCY: 'AGENCY',
  STATE_ENTERPRISE: 'STATE_ENTERPRISE',
  PROVINCE: 'PROVINCE',
  REGENCY: 'REGENCY',
  CITY: 'CITY',
  OPD: 'OPD',
} as const;
export type OrganisationKind = keyof typeof OrganisationKind;
registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'What an organisation is.',
  valuesConfig: {
    MINISTRY: { description: 'Kementerian.' },
    AGENCY: { description: 'Lembaga, directorate-general or other national body.' },
    STATE_ENTERPRISE: { description: 'BUMN.' },
    PROVINCE: { description: 'Government of a province.' },
    REGENCY: { description: 'Government of a regency (kabupaten).' },
    CITY: { description: 'Government of a city (kota).' },
    OPD: { description: 'Unit of a local government: dinas, badan, kecamatan, hospital …' },
  },
});

export const OrganisationStatus = { ACTIVE: 'ACTIVE', FORMER: 'FORMER' } as const;
export type OrganisationStatus = keyof typeof OrganisationStatus;
registerEnumType(OrganisationStatus, {
  name: 'OrganisationStatus',
  description: 'Whether an organisation still exists.',
  valuesConfig: {
    ACTIVE: { description: 'It exists.' },
    FORMER: { description: 'Dissolved, merged or renamed; kept for the reports that name it.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A ministry, agency, local government or one of its units.' })
export class Organisation {
  @Field(() => ID, { description: 'For example pemkot-13-71 or opd-13-71-dpupr.' })
  id!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What people call it for short.' })
  acronym!: string | null;

  @Field(() => OrganisationKind, { description: 'What it is.' })
  kind!: OrganisationKind;

  @Field(() => OrganisationStatus, { description: 'Whether it still exists.' })
  status!: OrganisationStatus;

  @Field(() => Boolean, {
    description: 'Made from a template of usual units, not verified against the local regulation.',
  })
  isTemplate!: boolean;

  @Field(() => String, { description: 'IANA name of the zone in which its deadlines end.' })
  timeZone!: string;

  @Field(() => String, { description: 'What people call the zone: WIB, WITA or WIT.' })
  timeZoneLabel!: string;

  @Field(() => Boolean, {
    description: 'Whether somebody with an active account can answer for it; else a stand-in does.',
  })
  isStaffed!: boolean;

  @Field(() => Boolean, { description: 'Whether it verifies reports that were filed on its own page.' })
  hasDirectVerification!: boolean;

  @Field(() => [String], {
    description: 'Keys of the category map that it serves, such as dpupr or disdukcapil.',
  })
  unitKeys!: string[];

  @Field(() => String, { nullable: true, description: 'Postal address of the office.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Public phone number of the office.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Public mail address of the office.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of its pages on the web.' })
  website!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day from which it exists no more; null while it exists, and when the day is not known.',
  })
  retiredOn!: string | null;

  parentId!: string | null;
  /** From the root of its government to itself. */
  path!: string[];
  regionCode!: string | null;
  successorIds!: string[];
  /** What people entered of its head; the resolvers of `OrganisationHead` decide who reads it. */
  enteredHead!: { title: string | null; name: string | null; email: string | null; address: string | null };
}

export const OrganisationConnection = Connection('Organisation', () => Organisation);
export type OrganisationConnection = InstanceType<typeof OrganisationConnection>;

@InputType({ description: 'Which organisations; all conditions must hold.' })
export class OrganisationFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of the name, acronym or region; beginnings and typing errors are forgiven. Best matches come first, else names in order.',
  })
  search?: string | null;

  @Field(() => [OrganisationKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: OrganisationKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Only those directly below this organisation.' })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only this organisation and what lies below it at any depth within the same government.',
  })
  withinId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this region and of the regions in it.' })
  regionCode?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: 'Only those with nothing above them.',
  })
  rootsOnly?: boolean | null;

  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: 'Also former ones; in a search they come after those that exist.',
  })
  includeFormer?: boolean | null;
}
