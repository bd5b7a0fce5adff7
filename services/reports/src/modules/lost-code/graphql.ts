import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { InvalidInput, NotFound, TooManyRequests, toUserError } from '../report/graphql-index.ts';
import { LINK_MINUTES } from './link.ts';
import { renewAccessCode } from './renew-access-code.ts';
import { requestNewAccessCode } from './request-new-access-code.ts';

@InputType({ description: 'Somebody lost the access code of a report.' })
export class RequestNewAccessCodeInput {
  @Field(() => String, { description: '8 digits; blanks are ignored.' }) number!: string;
  @Field(() => String, { description: 'The mail address or phone number that was given with the report.' })
  contact!: string;
}

@InputType({ description: 'The link that came by mail.' })
export class RenewAccessCodeInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' }) token!: string;
}

@ObjectType({
  description:
    'The request was taken in. If the contact is the reporter’s, a link is on its way; nobody is told whether it is.',
})
export class NewAccessCodeRequested {
  @Field(() => Int, { description: 'Minutes for which the link is good.' }) validMinutes!: number;
}

@ObjectType({ description: 'From now on this opens the report, and nothing else does.' })
export class AccessCodeRenewed {
  @Field(() => String, { description: 'Number of the report.' }) number!: string;
  @Field(() => String, { description: '16 digits; shown now only.' }) accessCode!: string;
}

const RequestNewAccessCodeResult = createUnionType({
  name: 'RequestNewAccessCodeResult',
  description: 'Taken in, or why not; the same for every number and contact.',
  types: () => [NewAccessCodeRequested, InvalidInput, TooManyRequests] as const,
});

const RenewAccessCodeResult = createUnionType({
  name: 'RenewAccessCodeResult',
  description: 'The new code, or why not. A link that is wrong, used or over looks alike.',
  types: () => [AccessCodeRenewed, NotFound, TooManyRequests] as const,
});

@Resolver()
export class LostCodeMutations {
  @Mutation(() => RequestNewAccessCodeResult, {
    description: 'Asks for a new access code, by mail to the address that was given with the report.',
  })
  async requestNewAccessCode(
    @Arg('input', () => RequestNewAccessCodeInput, { description: 'Which report, and whose.' })
    input: RequestNewAccessCodeInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ) {
    const result = await requestNewAccessCode(deps, input, viewer);
    return result.ok
      ? Object.assign(new NewAccessCodeRequested(), { validMinutes: LINK_MINUTES })
      : toUserError(result.failure);
  }

  @Mutation(() => RenewAccessCodeResult, {
    description: 'Replaces the access code by a new one, with the link that came by mail.',
  })
  async renewAccessCode(
    @Arg('input', () => RenewAccessCodeInput, { description: 'The link.' }) input: RenewAccessCodeInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ) {
    const result = await renewAccessCode(deps, input, viewer);
    return result.ok ? Object.assign(new AccessCodeRenewed(), result.value) : toUserError(result.failure);
  }
}
