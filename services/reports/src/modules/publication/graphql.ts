import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection, LocalDate } from '@lapor/subgraph';
import { ChangeInput, Organisation } from '../report/graphql-index.ts';
import type { ModerationKind, ModerationRule } from './vocabulary.ts';

export const ModerationRuleEnum: { [Rule in ModerationRule]: Rule } = {
  PERSONAL_DATA: 'PERSONAL_DATA',
  HATE: 'HATE',
  SLANDER: 'SLANDER',
  CHILD: 'CHILD',
  SECRET_BY_LAW: 'SECRET_BY_LAW',
  OTHER: 'OTHER',
};
registerEnumType(ModerationRuleEnum, {
  name: 'ModerationRule',
  description: 'Why something is kept from the public.',
  valuesConfig: {
    PERSONAL_DATA: { description: 'It says who somebody is: a name, a face, a number plate, an address.' },
    HATE: { description: 'Hatred of people for what they are.' },
    SLANDER: { description: 'An accusation of a person by name that nobody has examined.' },
    CHILD: { description: 'It shows or names a child.' },
    SECRET_BY_LAW: { description: 'A law keeps it secret.' },
    OTHER: { description: 'Another reason, told to the reporter.' },
  },
});

export const ModerationKindEnum: { [Kind in ModerationKind]: Kind } = {
  WITHHELD: 'WITHHELD',
  RELEASED: 'RELEASED',
  TEXT_REDACTED: 'TEXT_REDACTED',
  PHOTO_REDACTED: 'PHOTO_REDACTED',
};
registerEnumType(ModerationKindEnum, {
  name: 'ModerationKind',
  description: 'What was done to what the public reads.',
  valuesConfig: {
    WITHHELD: { description: 'A report was held back from publication.' },
    RELEASED: { description: 'A report that was held back was published.' },
    TEXT_REDACTED: { description: 'Words of a report were taken out.' },
    PHOTO_REDACTED: { description: 'Areas of a photo were blacked out.' },
  },
});

@ObjectType({
  description: 'One act of moderation, as everybody may know it: never a word of what it was about.',
})
export class ModerationLogEntry {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => LocalDate, { description: 'The day, in western Indonesia.' }) day!: string;
  @Field(() => ModerationKindEnum, { description: 'What was done.' }) kind!: ModerationKind;
  @Field(() => ModerationRuleEnum, {
    nullable: true,
    description: 'By which rule; null for a release.',
  })
  rule!: ModerationRule | null;
  @Field(() => String, {
    nullable: true,
    description: 'Number of the report while it is public; null while it is not.',
  })
  reportNumber!: string | null;
  @Field(() => Organisation, {
    nullable: true,
    description: 'The agency that did it; null when it was the national desk.',
  })
  organisation!: Organisation | null;
}

export const ModerationLogEntryConnection = Connection('ModerationLogEntry', () => ModerationLogEntry);
export type ModerationLogEntryConnection = InstanceType<typeof ModerationLogEntryConnection>;

@ObjectType({ description: 'How often something was done by a rule.' })
export class ModerationCount {
  @Field(() => ModerationKindEnum, { description: 'What was done.' }) kind!: ModerationKind;
  @Field(() => ModerationRuleEnum, { nullable: true, description: 'By which rule; null for releases.' })
  rule!: ModerationRule | null;
  @Field(() => Int, { description: 'How often.' }) count!: number;
}

@ObjectType({ description: 'Moderation in figures.' })
export class ModerationCounts {
  @Field(() => [ModerationCount], { description: 'Between the two days, by act and rule.' })
  rows!: ModerationCount[];
  @Field(() => Int, { description: 'How many reports are held back now.' }) heldNow!: number;
  @Field(() => Int, { description: 'How many of them past the day by which the national desk decides.' })
  overdueNow!: number;
}

@InputType({ description: 'A hold from publication.' })
export class WithholdReportInput extends ChangeInput {
  @Field(() => String, { description: 'Why; the parties read it; 10 to 1,000 characters.' }) reason!: string;
  @Field(() => ModerationRuleEnum, { description: 'By which rule; it stands in the public log.' })
  rule!: ModerationRule;
}

@InputType({ description: 'The end of a hold.' })
export class ReleaseReportInput extends ChangeInput {}

@InputType({ description: 'Other words for what the public reads.' })
export class RedactReportInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: 'The title; unchanged when absent.' }) title?:
    string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The text; unchanged when absent. The original stays sealed.',
  })
  text?: string | null;
  @Field(() => String, { description: 'Why; the reporter reads it; 10 to 1,000 characters.' })
  reason!: string;
  @Field(() => ModerationRuleEnum, { description: 'By which rule; it stands in the public log.' })
  rule!: ModerationRule;
}

@InputType({
  description: 'A rectangle of a photo, in shares of its width and height from the upper left corner.',
})
export class PhotoAreaInput {
  @Field(() => Float, { description: 'Left edge, 0 to 1.' }) x!: number;
  @Field(() => Float, { description: 'Upper edge, 0 to 1.' }) y!: number;
  @Field(() => Float, { description: 'Width, above 0 and within the photo.' }) width!: number;
  @Field(() => Float, { description: 'Height, above 0 and within the photo.' }) height!: number;
}

@InputType({ description: 'Areas of a photo to black out.' })
export class RedactPhotoInput extends ChangeInput {
  @Field(() => ID, { description: 'A photo of the report or of its conversation.' }) attachmentId!: string;
  @Field(() => [PhotoAreaInput], { description: 'One to twenty.' }) areas!: PhotoAreaInput[];
  @Field(() => String, { description: 'Why; the reporter reads it; 10 to 1,000 characters.' })
  reason!: string;
  @Field(() => ModerationRuleEnum, { description: 'By which rule; it stands in the public log.' })
  rule!: ModerationRule;
}
