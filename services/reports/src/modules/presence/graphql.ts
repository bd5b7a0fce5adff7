import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, InvalidInput, NotFound } from '@lapor/subgraph';
import { Officer, Report } from '../report/graphql-index.ts';
import type { PresenceActivity } from './vocabulary.ts';

export const PresenceActivityEnum = { READING: 'READING', ANSWERING: 'ANSWERING' } as const;
registerEnumType(PresenceActivityEnum, {
  name: 'PresenceActivity',
  description: 'What an officer does with an open report.',
  valuesConfig: {
    READING: { description: 'Has it open.' },
    ANSWERING: { description: 'Writes an answer or a decision.' },
  },
});

@ObjectType({ description: 'An officer who has the report open now.' })
export class ReportPresence {
  @Field(() => Officer, { description: 'Who; the viewer too.' })
  officer!: Officer;

  @Field(() => PresenceActivityEnum, { description: 'Doing what.' })
  activity!: PresenceActivity;

  @Field(() => DateTime, { description: 'There without a break since.' })
  since!: Date;
}

@InputType({ description: 'A sign that the viewer has a report open.' })
export class MarkPresenceInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => PresenceActivityEnum, { description: 'Doing what.' })
  activity!: PresenceActivity;
}

@ObjectType({ description: 'The viewer is seen.' })
export class PresenceMarked {
  @Field(() => Report, { description: 'With everybody who has it open.' })
  report!: Report;
}

export const MarkPresenceResult = createUnionType({
  name: 'MarkPresenceResult',
  description: 'The report with who has it open; not found for whoever is not shown there.',
  types: () => [PresenceMarked, InvalidInput, NotFound] as const,
});
