import { Directive, Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';

export const RegionLevel = {
  PROVINCE: 'PROVINCE',
  REGENCY: 'REGENCY',
  CITY: 'CITY',
  DISTRICT: 'DISTRICT',
} as const;
export type RegionLevel = keyof typeof RegionLevel;
registerEnumType(RegionLevel, {
  name: 'RegionLevel',
  description: 'Level of a region in the administrative order.',
  valuesConfig: {
    PROVINCE: { description: 'Provinsi.' },
    REGENCY: { description: 'Kabupaten.' },
    CITY: { description: 'Kota.' },
    DISTRICT: { description: 'Kecamatan.' },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({
  description: 'A province, regency, city or district by the codes of the Ministry of Home Affairs.',
})
export class Region {
  @Field(() => ID, { description: 'Code of the ministry, for example 13.71.09.' })
  code!: string;

  @Field(() => String, { description: 'Own name, for example Kuranji or Kota Padang.' })
  name!: string;

  @Field(() => RegionLevel, { description: 'Level in the administrative order.' })
  level!: RegionLevel;

  @Field(() => String, {
    description: 'Name with everything above it, for example Kuranji, Kota Padang, Sumatera Barat.',
  })
  fullName!: string;

  @Field(() => String, { description: 'IANA name of its time zone.' })
  timeZone!: string;

  @Field(() => String, { description: 'What people call the zone: WIB, WITA or WIT.' })
  timeZoneLabel!: string;

  @Field(() => Float, {
    description: 'Latitude of its centre in degrees (WGS84); in an archipelago it may lie in the sea.',
  })
  latitude!: number;

  @Field(() => Float, { description: 'Longitude of its centre in degrees (WGS84).' })
  longitude!: number;

  parentCode!: string | null;
}
