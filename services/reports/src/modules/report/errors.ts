import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  DateTime,
  FieldError,
  InvalidInput,
  NotFound,
  ProofOfWorkChallenge,
  TooManyRequests,
  UserError,
} from '@lapor/subgraph';
import { ReportStateEnum } from './enums.ts';
import { Report } from './graphql.ts';
import { HistoryEntry } from './history-graphql.ts';
import { Officer, Organisation } from './references-graphql.ts';
import type { Failure } from './result.ts';
import type { ReportState } from './vocabulary.ts';

@ObjectType({
  implements: UserError,
  description: 'The viewer may do this, but not in the present state of the report.',
})
export class TransitionRefused extends UserError {
  @Field(() => ReportStateEnum, { description: 'Where the report stands.' })
  state!: ReportState;
}

@ObjectType({
  implements: UserError,
  description:
    'Something happened to the report after what the sender saw of it: nothing was changed; look at it, and send again.',
})
export class StaleReport extends UserError {
  @Field(() => Int, { description: 'Version of the report now.' })
  version!: number;

  @Field(() => [HistoryEntry], { description: 'What happened since, newest first, as the viewer reads it.' })
  entriesSince!: HistoryEntry[];
}

@ObjectType({
  implements: UserError,
  description: 'Another officer works on the waiting report: nothing was changed.',
})
export class ReportLeased extends UserError {
  @Field(() => Officer, { description: 'Who.' })
  officer!: Officer;

  @Field(() => DateTime, { description: 'Until when, if the officer does not go on with it.' })
  until!: Date;
}

@ObjectType({ implements: UserError, description: 'The submission key was used before with other content.' })
export class SubmissionConflict extends UserError {}

@ObjectType({ description: 'The report after the change.' })
export class ReportChanged {
  @Field(() => Report, { description: 'As the viewer sees it now.' })
  report!: Report;
}

@ObjectType({
  description:
    'The change is checked and kept: it is made at its time, unless it is taken back before (`undoChange`).',
})
export class ChangePending {
  @Field(() => ID, { description: 'The key with which it was sent, and is taken back.' })
  requestKey!: string;

  @Field(() => DateTime, { description: 'When it is made.' })
  appliesAt!: Date;
}

export const ReportPlaceEnum = {
  NATIONAL_DESK: 'NATIONAL_DESK',
  AGENCY_DESK: 'AGENCY_DESK',
  HANDLERS: 'HANDLERS',
} as const;
export type ReportPlace = keyof typeof ReportPlaceEnum;
registerEnumType(ReportPlaceEnum, {
  name: 'ReportPlace',
  description: 'Where a report went by a change.',
  valuesConfig: {
    NATIONAL_DESK: { description: 'To the national desk.' },
    AGENCY_DESK: { description: 'To the desk of `organisation`.' },
    HANDLERS: { description: 'It is with those who handle it; `organisation` where the change named it.' },
  },
});

@ObjectType({
  description:
    'The change was made, and by it the report is no longer the viewer’s to read. It tells where the viewer’s own change sent it, and nothing of what came later.',
})
export class ReportOutOfSight {
  @Field(() => ReportPlaceEnum, { nullable: true, description: 'Where to; null when it is not known.' })
  wentTo!: ReportPlace | null;

  @Field(() => Organisation, { nullable: true, description: 'To which one, where there is one to tell.' })
  organisation!: Organisation | null;
}

export const ChangeReportResult = createUnionType({
  name: 'ChangeReportResult',
  description: 'The changed report, or why it was not changed.',
  types: () =>
    [
      ReportChanged,
      ReportOutOfSight,
      ChangePending,
      InvalidInput,
      NotFound,
      TransitionRefused,
      StaleReport,
      ReportLeased,
    ] as const,
});

const error = <Type extends object>(type: new () => Type, values: object): Type =>
  Object.assign(new type(), values);

/** An expected failure of a use case as a member of the mutation's result. */
export function toUserError(
  failure: Failure,
): InvalidInput | NotFound | TransitionRefused | ReportLeased | SubmissionConflict | TooManyRequests {
  switch (failure.type) {
    case 'invalid':
      return error(InvalidInput, {
        code: 'INVALID_INPUT',
        message: 'Some fields are missing or wrong.',
        fields: failure.faults.map((fault) => Object.assign(new FieldError(), fault)),
      });
    case 'notFound':
      return error(NotFound, {
        code: 'NOT_FOUND',
        message: 'There is no such report, or this is not yours to do.',
      });
    case 'refused':
      return error(TransitionRefused, {
        code: failure.code,
        message: 'The report does not allow this now.',
        state: failure.state,
      });
    case 'stale':
      throw new Error('What happened since is told by answerChange alone');
    case 'leased':
      return error(ReportLeased, {
        code: 'LEASED',
        message: 'Another officer works on it.',
        officer: Object.assign(new Officer(), { id: failure.officerId }),
        until: failure.until,
      });
    case 'conflict':
      return error(SubmissionConflict, {
        code: 'SUBMISSION_CONFLICT',
        message: 'This submission key was used with other content.',
      });
    case 'tooMany':
      return error(TooManyRequests, {
        code: 'TOO_MANY_REQUESTS',
        message: 'Too many attempts; wait a while.',
        retryAfterSeconds: failure.retryAfterSeconds,
        challenge: failure.challenge ? Object.assign(new ProofOfWorkChallenge(), failure.challenge) : null,
      });
  }
}
