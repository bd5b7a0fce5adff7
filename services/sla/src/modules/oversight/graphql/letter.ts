import { ChangeRefused, RequestInput } from '@lapor/request/graphql';
import { Connection, DateTime, InvalidInput, LocalDate, NotFound, UserError } from '@lapor/subgraph';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../../clock/index.ts';
import type { CaseRow, LetterRow } from '../repository.ts';
import type { LetterState as LetterStateName } from '../vocabulary.ts';
import { LetterState } from './enums.ts';

@ObjectType({ description: 'A letter of the Ombudsman to the highest official of an agency.' })
export class OversightLetter {
  @Field(() => ID, { description: 'Stable identifier.' })
  id!: string;

  @Field(() => LetterState, { description: 'How far it is.' })
  state!: LetterStateName;

  @Field(() => String, { nullable: true, description: 'Its number; null while it is a draft.' })
  number!: string | null;

  @Field(() => Organisation, { description: 'Whose highest official it goes to.' })
  addressee!: Organisation;

  @Field(() => DateTime, { description: 'When it was drafted.' })
  draftedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When a person approved it.' })
  approvedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it left by mail.' })
  sentAt!: Date | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'By when it asks for an answer; null while it is a draft.',
  })
  replyBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When a reply was recorded.' })
  repliedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why no mail brought it: NO_ADDRESS, FAILED or UNCERTAIN; null otherwise.',
  })
  failure!: string | null;

  @Field(() => String, {
    description: 'Where its PDF is downloaded, on this origin and by those who may read it.',
  })
  pdfPath!: string;

  @Field(() => Int, { description: '1 as it was drafted, one more with each edit of its text.' })
  version!: number;

  @Field(() => Boolean, { description: 'A person has changed its text.' })
  isEdited!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the viewer changes its text: a draft, by those who approve it.',
  })
  viewerCanEdit!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer approves it, or sends it again.' })
  viewerCanApprove!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer says what was replied.' })
  viewerCanRecordReply!: boolean;

  row!: Omit<LetterRow, 'kase'>;
  caseRow!: CaseRow;
}

@ObjectType({ description: 'A letter in the queue, with its case.' })
export class QueuedLetter {
  @Field(() => OversightLetter, { description: 'The letter.' })
  letter!: OversightLetter;

  @Field(() => String, { nullable: true, description: 'Public number of the report.' })
  reportNumber!: string | null;

  @Field(() => ID, { description: 'Id of the case.' })
  caseId!: string;
}

export const QueuedLetterConnection = Connection('QueuedLetter', () => QueuedLetter);
export type QueuedLetterConnection = InstanceType<typeof QueuedLetterConnection>;

@InputType({ description: 'A letter that was read and is right.' })
export class ApproveLetterInput extends RequestInput {
  @Field(() => ID, { description: 'The letter.' })
  letterId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      '`version` of the text that was read; refused with LetterStale when it is another by now. Absent: as it stands.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'Another text of a letter that nobody has approved yet.' })
export class EditLetterInput extends RequestInput {
  @Field(() => ID, { description: 'The letter.' })
  letterId!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      '1 to 8 paragraphs of 3 to 1,500 characters, 4,000 in all: the first stands above the table of facts, the others below. Head, facts, day for the answer and closing stay. Refused per paragraph: LOOKS_LIKE_NIK, LOOKS_LIKE_PHONE, LOOKS_LIKE_EMAIL, UNPRINTABLE. Null: as the platform writes it.',
  })
  paragraphs!: string[] | null;

  @Field(() => Int, { description: '`version` of the letter as it was looked at.' })
  expectedVersion!: number;
}

@InputType({ description: 'What was replied to a letter.' })
export class RecordLetterReplyInput extends RequestInput {
  @Field(() => ID, { description: 'The letter.' })
  letterId!: string;

  @Field(() => LocalDate, { description: 'Day of the reply, from that of the letter to today.' })
  repliedOn!: string;

  @Field(() => String, { description: 'What it says, 3 to 4,000 characters.' })
  text!: string;
}

@ObjectType({ description: 'The letter as it stands now.' })
export class OversightLetterChanged {
  @Field(() => OversightLetter, { description: 'The letter.' })
  letter!: OversightLetter;
}

@ObjectType({
  implements: UserError,
  description:
    'Somebody has changed the text after what the sender saw of it: nothing was changed; look at it, and send again.',
})
export class LetterStale extends UserError {
  @Field(() => OversightLetter, { description: 'The letter as it stands now.' })
  letter!: OversightLetter;
}

export const OversightLetterResult = createUnionType({
  name: 'OversightLetterResult',
  description: 'The letter, or why it was not changed.',
  types: () => [OversightLetterChanged, LetterStale, ChangeRefused, InvalidInput, NotFound] as const,
});
