import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const IdentityRequirement = { NONE: 'NONE', CONTACT: 'CONTACT', IDENTITY: 'IDENTITY' } as const;
registerEnumType(IdentityRequirement, {
  name: 'IdentityRequirement',
  description: 'What a category needs to know of the reporter.',
  valuesConfig: {
    NONE: { description: 'Nothing: a damaged road needs no name.' },
    CONTACT: { description: 'A way to ask back: phone or mail.' },
    IDENTITY: { description: 'Name and NIK: a personal case that cannot be solved otherwise.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a report is about; a tree of at most three levels.' })
export class Category {
  @Field(() => ID, { description: 'Stable id, such as `kependudukan.kartu-keluarga`.' })
  id!: string;

  @Field(() => String, { description: 'Label people read.' })
  name!: string;

  @Field(() => Int, { description: '1 for the topmost level.' })
  level!: number;

  @Field(() => String, { description: 'Labels from the topmost level down, separated by ›.' })
  path!: string;

  @Field(() => Boolean, { description: 'Whether secrecy is proposed to the reporter.' })
  isSensitive!: boolean;

  @Field(() => Boolean, {
    description: 'Whether a report of it goes to an agency only with data that support it.',
  })
  needsSupportingData!: boolean;

  @Field(() => IdentityRequirement, { description: 'What must be known of the reporter.' })
  identityRequirement!: 'NONE' | 'CONTACT' | 'IDENTITY';

  parentId!: string | null;
}
