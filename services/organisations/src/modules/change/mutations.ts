import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { answerChange } from './answer-change.ts';
import { cancelScheduledChange } from './cancel-scheduled-change.ts';
import { createOrganisation } from './create-organisation.ts';
import {
  CancelScheduledChangeInput,
  CreateOrganisationInput,
  MergeOrganisationsInput,
  MoveOrganisationInput,
  RenameOrganisationInput,
  RestoreOrganisationInput,
  RetireOrganisationInput,
  SetDirectVerificationInput,
  UpdateOrganisationInput,
} from './inputs.ts';
import { mergeOrganisations } from './merge-organisations.ts';
import { moveOrganisation } from './move-organisation.ts';
import { renameOrganisation } from './rename-organisation.ts';
import { restoreOrganisation } from './restore-organisation.ts';
import { ChangeOrganisationResult } from './results.ts';
import { retireOrganisation } from './retire-organisation.ts';
import { setDirectVerification } from './set-direct-verification.ts';
import { updateOrganisation } from './update-organisation.ts';

@Resolver()
export class OrganisationMutations {
  @Mutation(() => ChangeOrganisationResult, {
    description:
      'Makes an organisation: a unit below one that the viewer administers; a K/L or government by the national desk.',
  })
  async createOrganisation(
    @Arg('input', () => CreateOrganisationInput, { description: 'What to make.' })
    input: CreateOrganisationInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await createOrganisation(context, input, context.viewer));
  }

  @Mutation(() => ChangeOrganisationResult, {
    description: 'Gives an organisation another name and acronym.',
  })
  async renameOrganisation(
    @Arg('input', () => RenameOrganisationInput, { description: 'The other name.' })
    input: RenameOrganisationInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await renameOrganisation(context, input, context.viewer));
  }

  @Mutation(() => ChangeOrganisationResult, {
    description: 'Puts an organisation with all that lies below it under another one of its government.',
  })
  async moveOrganisation(
    @Arg('input', () => MoveOrganisationInput, { description: 'Where to.' }) input: MoveOrganisationInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await moveOrganisation(context, input, context.viewer));
  }

  @Mutation(() => ChangeOrganisationResult, {
    description:
      'Lets organisations go on in another one: units below, posts and tasks go along, reports follow.',
  })
  async mergeOrganisations(
    @Arg('input', () => MergeOrganisationsInput, { description: 'Which into which.' })
    input: MergeOrganisationsInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await mergeOrganisations(context, input, context.viewer));
  }

  @Mutation(() => ChangeOrganisationResult, {
    description: 'Dissolves an organisation; its units, reports and tasks go to the successor.',
  })
  async retireOrganisation(
    @Arg('input', () => RetireOrganisationInput, { description: 'Which one.' })
    input: RetireOrganisationInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await retireOrganisation(context, input, context.viewer));
  }

  @Mutation(() => ChangeOrganisationResult, {
    description: 'Lets a former organisation exist again; what went to its successor stays there.',
  })
  async restoreOrganisation(
    @Arg('input', () => RestoreOrganisationInput, { description: 'Which one.' })
    input: RestoreOrganisationInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await restoreOrganisation(context, input, context.viewer));
  }

  @Mutation(() => ChangeOrganisationResult, { description: 'Calls off a change that waits for its day.' })
  async cancelScheduledChange(
    @Arg('input', () => CancelScheduledChangeInput, { description: 'Which one.' })
    input: CancelScheduledChangeInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await cancelScheduledChange(context, input, context.viewer));
  }

  @Mutation(() => ChangeOrganisationResult, {
    description: 'Changes region, zone, contacts, head and tasks of an organisation.',
  })
  async updateOrganisation(
    @Arg('input', () => UpdateOrganisationInput, { description: 'What is otherwise.' })
    input: UpdateOrganisationInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await updateOrganisation(context, input, context.viewer));
  }

  @Mutation(() => ChangeOrganisationResult, {
    description:
      'Lets a government or K/L verify the reports filed on its own page, or takes that right away. National desk only.',
  })
  async setDirectVerification(
    @Arg('input', () => SetDirectVerificationInput, { description: 'Which one, and whether.' })
    input: SetDirectVerificationInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await setDirectVerification(context, input, context.viewer));
  }
}
