import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Outcome } from '../refusal/index.ts';
import { toUserError } from '@lapor/request/graphql';
import { declareReadiness, withdrawDeclaration } from './declare-readiness.ts';
import {
  ChangeReadinessResult,
  DeclareReadinessInput,
  NoteObstacleInput,
  ReadinessChanged,
  RecordGuidanceVisitInput,
  WithdrawDeclarationInput,
} from './graphql.ts';
import { noteObstacle } from './note-obstacle.ts';
import { recordGuidanceVisit } from './record-guidance-visit.ts';

type Result = Promise<typeof ChangeReadinessResult>;

@Resolver()
export class ReadinessMutations {
  @Mutation(() => ChangeReadinessResult, {
    description:
      'Declares an item of the checklist, in place of what was declared before. Refused with ORGANISATION_FORMER.',
  })
  declareReadiness(
    @Arg('input', () => DeclareReadinessInput, { description: 'Where and what.' })
    input: DeclareReadinessInput,
    @Ctx() context: Context,
  ): Result {
    return answer(context, declareReadiness(context, input, context.viewer));
  }

  @Mutation(() => ChangeReadinessResult, { description: 'Takes a declaration back.' })
  withdrawDeclaration(
    @Arg('input', () => WithdrawDeclarationInput, { description: 'Where, what and why.' })
    input: WithdrawDeclarationInput,
    @Ctx() context: Context,
  ): Result {
    return answer(context, withdrawDeclaration(context, input, context.viewer));
  }

  @Mutation(() => ChangeReadinessResult, { description: 'Says what stands in the way of an organisation.' })
  noteObstacle(
    @Arg('input', () => NoteObstacleInput, { description: 'Where and what.' }) input: NoteObstacleInput,
    @Ctx() context: Context,
  ): Result {
    return answer(context, noteObstacle(context, input, context.viewer));
  }

  @Mutation(() => ChangeReadinessResult, {
    description: 'Records a visit by an office of the Ombudsman that looks after the organisation.',
  })
  recordGuidanceVisit(
    @Arg('input', () => RecordGuidanceVisitInput, { description: 'Where, when and what.' })
    input: RecordGuidanceVisitInput,
    @Ctx() context: Context,
  ): Result {
    return answer(context, recordGuidanceVisit(context, input, context.viewer));
  }
}

async function answer(
  { loaders, eventsCommitted }: Context,
  work: Promise<Outcome<{ organisationId: string }>>,
): Result {
  const outcome = await work;
  if (!outcome.ok) return toUserError(outcome.error);
  eventsCommitted();
  const { readiness, readinessOfUnits, declarations, obstacle, visits, standing } = loaders;
  for (const loader of [readiness, readinessOfUnits, declarations, obstacle, visits, standing])
    loader.clearAll();
  const organisation = await loaders.organisation.load(outcome.value.organisationId);
  return Object.assign(new ReadinessChanged(), { organisation: organisation! });
}
