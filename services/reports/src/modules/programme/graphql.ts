import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, InvalidInput, NotFound } from '@lapor/subgraph';
import { ReportStateEnum } from '../report/graphql-index.ts';
import type { ReportState } from '../report/vocabulary.ts';

@ObjectType({
  description: 'A matter to which the president’s staff gives priority: a rule that flags reports.',
})
export class PriorityProgramme {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => String, { description: 'What people call it.' }) name!: string;
  @Field(() => [ID], { description: 'One of these categories or below; none: any.' }) categoryIds!: string[];
  @Field(() => [ID], { description: 'In one of these regions or below; none: anywhere.' })
  regionCodes!: string[];
  @Field(() => [String], { description: 'One of these words in title or text; none: any words.' })
  words!: string[];
  @Field(() => DateTime, { description: 'When its rule was last written.' }) savedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it runs.' })
  endedAt!: Date | null;
  @Field(() => Boolean, {
    description: 'Open reports are still being looked through since the rule was written.',
  })
  isBeingApplied!: boolean;
}

@ObjectType({ description: 'A programme to which a report belongs.' })
export class ReportProgramme {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => String, { description: 'What people call it.' }) name!: string;
}

@InputType({ description: 'Which reports of a programme.' })
export class ProgrammeReportFilter {
  @Field(() => [ReportStateEnum], { nullable: true, description: 'Only these states.' })
  states?: ReportState[] | null;
}

@InputType({
  description: 'A programme, or another rule of one; all kinds of condition that are given must hold.',
})
export class SavePriorityProgrammeInput {
  @Field(() => ID, { nullable: true, description: 'The programme to write anew; absent: a new one.' })
  programmeId?: string | null;
  @Field(() => String, { description: 'What people call it; 3 to 120 characters.' }) name!: string;
  @Field(() => [ID], { description: 'One of these categories or below; 100 at most.' })
  categoryIds!: string[];
  @Field(() => [ID], { description: 'One of these regions or below; 100 at most.' }) regionCodes!: string[];
  @Field(() => [String], {
    description: 'One of these words in title or text; 50 at most, 3 to 40 characters each.',
  })
  words!: string[];
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@InputType({ description: 'The end of a programme.' })
export class EndPriorityProgrammeInput {
  @Field(() => ID, { description: 'The programme.' }) programmeId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request with the same key changes nothing.',
  })
  requestKey?: string | null;
}

@ObjectType({ description: 'The programme as it stands now.' })
export class PriorityProgrammeChanged {
  @Field(() => PriorityProgramme, { description: 'The programme.' }) programme!: PriorityProgramme;
}

export const PriorityProgrammeResult = createUnionType({
  name: 'PriorityProgrammeResult',
  description: 'The programme, or why it was not changed.',
  types: () => [PriorityProgrammeChanged, InvalidInput, NotFound] as const,
});
