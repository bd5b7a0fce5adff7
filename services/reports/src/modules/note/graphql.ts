import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Connection, DateTime, InvalidInput, NotFound } from '@lapor/subgraph';
import { Officer, Organisation, Report } from '../report/graphql-index.ts';

@ObjectType({ description: 'A word among officers about a report; no reporter and no public reads it.' })
export class Note {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The word.' })
  text!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => Officer, {
    nullable: true,
    description: 'Who wrote it; null when an API key did, and to API keys.',
  })
  officer!: Officer | null;

  @Field(() => Organisation, { nullable: true, description: 'For which organisation.' })
  organisation!: Organisation | null;

  @Field(() => [Officer], { description: 'Officers who are mentioned; empty to API keys.' })
  mentioned!: Officer[];
}

@ObjectType({ description: 'A note in which the viewer is mentioned.' })
export class Mention {
  @Field(() => Note, { description: 'The note.' })
  note!: Note;

  @Field(() => Report, { description: 'The report it is about.' })
  report!: Report;

  @Field(() => Boolean, { description: 'Whether the viewer marked it as read.' })
  isRead!: boolean;
}

export const MentionConnection = Connection('Mention', () => Mention);
export type MentionConnection = InstanceType<typeof MentionConnection>;

@InputType({ description: 'A word among officers.' })
export class AddNoteInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => String, { description: 'The word; 1 to 2,000 characters.' })
  text!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Officers to tell of it, ten at most; each must read notes of this report.',
  })
  mentionedOfficerIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated change with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@ObjectType({ description: 'The note stands.' })
export class NoteAdded {
  @Field(() => Report, { description: 'The report with its notes.' })
  report!: Report;
}

export const AddNoteResult = createUnionType({
  name: 'AddNoteResult',
  description: 'The report with the note, or why it was not written.',
  types: () => [NoteAdded, InvalidInput, NotFound] as const,
});

@InputType({ description: 'Notes that were seen.' })
export class MarkMentionsReadInput {
  @Field(() => [ID], { description: 'The notes; a hundred at most.' })
  noteIds!: string[];
}

@ObjectType({ description: 'The mentions were marked.' })
export class MentionsRead {
  @Field(() => Int, { description: 'How many are unread; a hundred at most.' })
  unreadCount!: number;
}

export const MarkMentionsReadResult = createUnionType({
  name: 'MarkMentionsReadResult',
  description: 'How many are left, or why not.',
  types: () => [MentionsRead, InvalidInput, NotFound] as const,
});
