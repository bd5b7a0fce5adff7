import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '@lapor/subgraph';
import { Attachment } from './attachment-graphql.ts';
import {
  ActorKindEnum,
  HistoryKindEnum,
  ObstacleReasonEnum,
  ReportStateEnum,
  ResultOutcomeEnum,
} from './enums.ts';
import { Officer, Organisation } from './references-graphql.ts';
import type { ActorKind, HistoryKind, ObstacleReason, ReportState, ResultOutcome } from './vocabulary.ts';

// `organisations` says in whose place its officer acted, and never leads back here.
@Directive('@key(fields: "id at officer { id } organisation { id }", resolvable: false)')
@ObjectType({ description: 'An entry of the append-only history of a report.' })
export class HistoryEntry {
  /** Place in the history, from 1. */
  sequence!: number;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => HistoryKindEnum, { description: 'What happened.' })
  kind!: HistoryKind;

  @Field(() => DateTime, { description: 'When; for a timed event when it was due.' })
  at!: Date;

  @Field(() => ActorKindEnum, { description: 'Who acted.' })
  actorKind!: ActorKind;

  @Field(() => Officer, {
    nullable: true,
    description: 'The officer; null for others and for viewers who may not know.',
  })
  officer!: Officer | null;

  @Field(() => Organisation, { nullable: true, description: 'Organisation for which the actor acted.' })
  organisation!: Organisation | null;

  @Field(() => Organisation, {
    nullable: true,
    description:
      'Where a disposition, return or reassignment went (null for the national desk); of an answer by a stand-in the unit for which it was given; of a hand-over the organisation.',
  })
  toOrganisation!: Organisation | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was said; null when nothing was or the viewer may not read it.',
  })
  text!: string | null;

  @Field(() => ReportStateEnum, { description: 'State afterwards.' })
  stateAfter!: ReportState;

  @Field(() => String, {
    nullable: true,
    description:
      'Archive, return or closing code, class, score, outcome or reason of an obstacle, as the kind has it.',
  })
  reasonCode!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Promised day of a plan or an obstacle.' })
  promisedOn!: string | null;

  @Field(() => ResultOutcomeEnum, {
    nullable: true,
    description: 'How a result says that the matter ended; null for other kinds and for older results.',
  })
  outcome!: ResultOutcome | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why a result came without proof; null when it has some, or the viewer may not read its text.',
  })
  noProofReason!: string | null;

  @Field(() => ObstacleReasonEnum, {
    nullable: true,
    description: 'What stands in the way; null for other kinds and for older obstacles.',
  })
  obstacleReason!: ObstacleReason | null;

  @Field(() => HistoryEntry, {
    nullable: true,
    description: 'Of a correction: the answer whose words it replaces.',
  })
  corrects!: HistoryEntry | null;

  @Field(() => HistoryEntry, {
    nullable: true,
    description: 'Of an answer: the newest correction, whose words stand now.',
  })
  correctedBy!: HistoryEntry | null;

  @Field(() => [Attachment], { description: 'Photos and documents of this entry.' })
  attachments!: Attachment[];
}

@ObjectType({ description: 'That somebody read the reporter’s identity.' })
export class IdentityReveal {
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => Organisation, { nullable: true, description: 'For which organisation.' })
  organisation!: Organisation | null;

  @Field(() => String, { description: 'The reason given.' })
  reason!: string;
}
