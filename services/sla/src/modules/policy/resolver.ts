import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { toUserError } from '@lapor/request/graphql';
import type { SlaContext } from '../../context.ts';
import { Policy, PolicySaved, SavePolicyInput, SavePolicyResult } from './graphql.ts';
import { toPolicies } from './mapper.ts';
import { readPolicies } from './repository.ts';
import { savePolicy } from './save-policy.ts';

@Resolver()
export class PolicyResolver {
  @Query(() => [Policy], {
    description: 'All policies, past, in force and planned, oldest first: how many days each clock has.',
  })
  async policies(@Ctx() { database, now }: SlaContext): Promise<Policy[]> {
    return toPolicies(await readPolicies(database), now);
  }

  @Mutation(() => SavePolicyResult, {
    description:
      'Makes a policy for clocks that start from a day to come; clocks that run keep theirs. The national desk.',
  })
  async savePolicy(
    @Arg('input', () => SavePolicyInput, { description: 'The policy.' }) input: SavePolicyInput,
    @Ctx() context: SlaContext,
  ): Promise<typeof SavePolicyResult> {
    const outcome = await savePolicy(context, input, context.viewer);
    if (!outcome.ok) return toUserError(outcome.error);
    const policies = toPolicies(await readPolicies(context.database), context.now);
    const policy = policies.find(({ version }) => version === outcome.value.version)!;
    return Object.assign(new PolicySaved(), { policy });
  }
}
