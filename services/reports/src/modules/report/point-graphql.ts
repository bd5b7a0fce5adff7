import { Field, Float, InputType, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A point on the ground.' })
export class GeoPoint {
  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  longitude!: number;
}

@InputType({ description: 'A point on the ground.' })
export class GeoPointInput {
  @Field(() => Float, { description: 'Degrees north, WGS 84; Indonesia lies between −11.5 and 6.5.' })
  latitude!: number;
  @Field(() => Float, { description: 'Degrees east, WGS 84; Indonesia lies between 94 and 142.' })
  longitude!: number;
}
