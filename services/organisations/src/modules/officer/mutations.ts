import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { answerOfficerChange } from './answer.ts';
import { changeOfficerEmail } from './change-officer-email.ts';
import { endPost } from './end-post.ts';
import { grantPost } from './grant-post.ts';
import { ChangeOfficerResult } from './graphql.ts';
import {
  ChangeOfficerEmailInput,
  EndPostInput,
  GrantPostInput,
  InviteOfficerInput,
  OfficerInput,
  RenameOfficerInput,
  SuspendOfficerInput,
} from './inputs.ts';
import { inviteOfficerAgain } from './invite-officer-again.ts';
import { inviteOfficer } from './invite-officer.ts';
import { renameOfficer } from './rename-officer.ts';
import { reinstateOfficer, suspendOfficer } from './suspend-officer.ts';

@Resolver()
export class OfficerMutations {
  @Mutation(() => ChangeOfficerResult, {
    description:
      'Gives somebody a post and, when there is no account yet, sends a link that is valid for 7 days. Refused with OWN_ACCOUNT (nobody gives oneself a post), ROLE_NOT_AT_ORGANISATION, ORGANISATION_FORMER, ALREADY_HELD, OVERLAPS, SUSPENDED or ADDRESS_TAKEN (by an officer whom only the national desk gives a post here).',
  })
  inviteOfficer(
    @Arg('input', () => InviteOfficerInput, { description: 'Who, where, what.' }) input: InviteOfficerInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answerOfficerChange(context, inviteOfficer(context, input, context.viewer));
  }

  @Mutation(() => ChangeOfficerResult, {
    description:
      'Sends a new link; the one before is void. With an active account it sets the password and the second factor anew (a lost phone). Refused with OWN_ACCOUNT, SUSPENDED or NOT_INVITED (no address is known).',
  })
  inviteOfficerAgain(
    @Arg('input', () => OfficerInput, { description: 'Whom.' }) input: OfficerInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answerOfficerChange(context, inviteOfficerAgain(context, input, context.viewer));
  }

  @Mutation(() => ChangeOfficerResult, {
    description: 'Changes the name of an officer. Refused with OWN_ACCOUNT.',
  })
  renameOfficer(
    @Arg('input', () => RenameOfficerInput, { description: 'Whom, and the name.' }) input: RenameOfficerInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answerOfficerChange(context, renameOfficer(context, input, context.viewer));
  }

  @Mutation(() => ChangeOfficerResult, {
    description:
      'Gives an officer another work address and sends a link there, by which it is confirmed and an account made or made anew; its sessions end, and the old address is told. Refused with OWN_ACCOUNT, SUSPENDED or ADDRESS_TAKEN.',
  })
  changeOfficerEmail(
    @Arg('input', () => ChangeOfficerEmailInput, { description: 'Whom, and the address.' })
    input: ChangeOfficerEmailInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answerOfficerChange(context, changeOfficerEmail(context, input, context.viewer));
  }

  @Mutation(() => ChangeOfficerResult, {
    description:
      'Gives a known officer a further post, at once or from a coming day on. Refused with OWN_ACCOUNT (nobody gives oneself a post), ROLE_NOT_AT_ORGANISATION, ORGANISATION_FORMER, ALREADY_HELD, OVERLAPS or SUSPENDED.',
  })
  grantPost(
    @Arg('input', () => GrantPostInput, { description: 'Whom, where, what and when.' }) input: GrantPostInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answerOfficerChange(context, grantPost(context, input, context.viewer));
  }

  @Mutation(() => ChangeOfficerResult, {
    description:
      'Ends a post, now or after a last day. Refused with OWN_ACCOUNT, or LAST_ADMIN: only the national desk leaves a government without an admin.',
  })
  endPost(
    @Arg('input', () => EndPostInput, { description: 'Which post.' }) input: EndPostInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answerOfficerChange(context, endPost(context, input, context.viewer));
  }

  @Mutation(() => ChangeOfficerResult, {
    description:
      'Takes an officer’s authority away until somebody reinstates the officer; delegations end. Refused with OWN_ACCOUNT, SUSPENDED or LAST_ADMIN.',
  })
  suspendOfficer(
    @Arg('input', () => SuspendOfficerInput, { description: 'Whom, and why.' }) input: SuspendOfficerInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answerOfficerChange(context, suspendOfficer(context, input, context.viewer));
  }

  @Mutation(() => ChangeOfficerResult, {
    description: 'Gives a suspended officer the authority back. Refused with OWN_ACCOUNT or NOT_SUSPENDED.',
  })
  reinstateOfficer(
    @Arg('input', () => OfficerInput, { description: 'Whom.' }) input: OfficerInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answerOfficerChange(context, reinstateOfficer(context, input, context.viewer));
  }
}
