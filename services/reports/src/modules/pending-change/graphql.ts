import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, InvalidInput, NotFound } from '@lapor/subgraph';
import { Report, TransitionRefused } from '../report/graphql-index.ts';
import type { PendingOperation, PendingState } from './vocabulary.ts';

const PendingOperationEnum = {
  ANSWER: 'ANSWER',
  DISPOSE: 'DISPOSE',
  VERIFY: 'VERIFY',
  ARCHIVE: 'ARCHIVE',
  RETURN: 'RETURN',
} as const satisfies { [Operation in PendingOperation]: Operation };
registerEnumType(PendingOperationEnum, {
  name: 'PendingOperation',
  description: 'What can be taken back for some seconds.',
  valuesConfig: {
    ANSWER: { description: '`answerReport`.' },
    DISPOSE: { description: '`disposeReport`.' },
    VERIFY: { description: '`verifyReport`.' },
    ARCHIVE: { description: '`archiveReport`.' },
    RETURN: { description: '`returnReport`.' },
  },
});

const PendingStateEnum = {
  WAITING: 'WAITING',
  APPLIED: 'APPLIED',
  UNDONE: 'UNDONE',
  REFUSED: 'REFUSED',
} as const satisfies { [State in PendingState]: State };
registerEnumType(PendingStateEnum, {
  name: 'PendingChangeState',
  description: 'What became of a change that could be taken back.',
  valuesConfig: {
    WAITING: { description: 'It is not made yet.' },
    APPLIED: { description: 'It was made at its time.' },
    UNDONE: { description: 'The officer took it back, or let go of what was refused.' },
    REFUSED: { description: 'At its time it could not be made any more; nothing was changed.' },
  },
});

@ObjectType({ description: 'Something that the viewer sent with `undoSeconds`; nobody else sees it.' })
export class PendingChange {
  @Field(() => ID, { description: 'The key with which it was sent, and is taken back.' })
  requestKey!: string;

  @Field(() => ID, { description: 'The report that it is about.' })
  reportId!: string;

  @Field(() => Report, { nullable: true, description: 'The report; null when the viewer reads it no more.' })
  report!: Report | null;

  @Field(() => PendingOperationEnum, { description: 'Which change.' })
  operation!: PendingOperation;

  @Field(() => DateTime, { description: 'When it is made, unless it is taken back before.' })
  appliesAt!: Date;

  @Field(() => Int, {
    description: 'Seconds for which it can still be taken back, by the platform’s clock; 0 afterwards.',
  })
  secondsLeft!: number;

  @Field(() => PendingStateEnum, { description: 'What became of it.' })
  state!: PendingState;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was not made: STALE, NOT_FOUND (or not the viewer’s to do any more), LEASED, FAILED, a refusal such as WRONG_STATE, or the code of the first faulty field.',
  })
  refusalCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the viewer wrote, while it waits and when it was refused: nothing typed is lost. Of an answer it is the viewer’s draft, too.',
  })
  text!: string | null;
}

@InputType({ description: 'What to take back.' })
export class UndoChangeInput {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => ID, { description: 'The key with which it was sent.' })
  requestKey!: string;
}

@ObjectType({ description: 'It is not made.' })
export class ChangeUndone {
  @Field(() => ID, { description: 'The key with which it was sent.' })
  requestKey!: string;

  @Field(() => Report, {
    nullable: true,
    description: 'The report as it is; null when the viewer reads it no more.',
  })
  report!: Report | null;
}

export const UndoChangeResult = createUnionType({
  name: 'UndoChangeResult',
  description: 'That it is not made, or why that cannot be: TOO_LATE once it was made.',
  types: () => [ChangeUndone, InvalidInput, NotFound, TransitionRefused] as const,
});
