import { localDateAt } from '@lapor/working-days';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ChangeOfficerResult, Officer } from '../officer/graphql-index.ts';
import { answerOfficerChange, findKnownPosts, lastDayOf } from '../officer/index.ts';
import { Organisation } from '../organisation/graphql-index.ts';
import { delegatePost } from './delegate-post.ts';
import { endDelegation } from './end-delegation.ts';
import { DelegatePostInput, Delegation, EndDelegationInput, HistoryEntry } from './graphql.ts';
import type { DelegationRow } from './repository.ts';

@Resolver(() => Officer)
export class OfficerDelegationsResolver {
  @FieldResolver(() => [Delegation], {
    description:
      'Running and coming delegations of own posts to others; none for those who may not know who the officer is.',
  })
  async delegations(@Root() officer: Officer, @Ctx() context: Context): Promise<Delegation[]> {
    const rows = await findKnown(officer, context);
    return rows.filter((row) => row.officer_id === officer.id).map((row) => toDelegation(row, context));
  }

  @FieldResolver(() => [Delegation], {
    description:
      'Running and coming delegations by which the officer stands in for others; none for those who may not know who the officer is.',
  })
  async substitutions(@Root() officer: Officer, @Ctx() context: Context): Promise<Delegation[]> {
    const rows = await findKnown(officer, context);
    return rows.filter((row) => row.substitute_id === officer.id).map((row) => toDelegation(row, context));
  }
}

async function findKnown(officer: Officer, context: Context): Promise<DelegationRow[]> {
  return (await findKnownPosts(officer, context)) === null
    ? []
    : context.loaders.delegations.load(officer.id);
}

function toDelegation(row: DelegationRow, { clock }: Context): Delegation {
  return Object.assign(new Delegation(), {
    id: row.id,
    role: row.role,
    organisationId: row.organisation_id,
    officerId: row.officer_id,
    substituteId: row.substitute_id,
    from: localDateAt(row.starts_at, row.time_zone),
    until: lastDayOf(row.ends_at, row.time_zone),
    isRunning: row.starts_at <= clock.now(),
  });
}

@Resolver(() => Delegation)
export class DelegationResolver {
  @FieldResolver(() => Organisation, { description: 'Where the post is held.' })
  organisation(@Root() { organisationId }: Delegation, @Ctx() { loaders }: Context) {
    return loaders.organisation.load(organisationId);
  }

  @FieldResolver(() => Officer, { description: 'Whose post it is.' })
  officer(@Root() { officerId }: Delegation, @Ctx() { loaders }: Context) {
    return loaders.officer.load(officerId);
  }

  @FieldResolver(() => Officer, { description: 'Who stands in.' })
  substitute(@Root() { substituteId }: Delegation, @Ctx() { loaders }: Context) {
    return loaders.officer.load(substituteId);
  }
}

@Resolver(() => HistoryEntry)
export class HistoryHolderResolver {
  // The gateway may ask for all of them here, once it is here.
  @FieldResolver()
  officer(@Root() { officer }: HistoryEntry, @Ctx() { loaders }: Context) {
    return officer && loaders.officer.load(officer.id);
  }

  @FieldResolver()
  organisation(@Root() { organisation }: HistoryEntry, @Ctx() { loaders }: Context) {
    return organisation && loaders.organisation.load(organisation.id);
  }

  @FieldResolver(() => Officer, {
    nullable: true,
    description:
      'In whose place the officer acted as a substitute. Null where it was in the own right, where nobody can tell, and for viewers who may not know the officer.',
  })
  async onBehalfOf(
    @Root() { at, officer, organisation }: HistoryEntry,
    @Ctx() { loaders }: Context,
  ): Promise<Officer | null> {
    if (!officer) return null;
    const act = { officerId: officer.id, organisationId: organisation?.id ?? null, at: String(at) };
    const holderId = await loaders.holderOf(act);
    return holderId === null ? null : loaders.officer.load(holderId);
  }
}

@Resolver()
export class DelegationMutations {
  @Mutation(() => ChangeOfficerResult, {
    description:
      'Lets another officer of the same government stand in at a post, for at most 90 days. Answers with the officer whose post it is. Refused with OWN_ACCOUNT, SUSPENDED, SUBSTITUTE_UNSUITABLE, ALREADY_HELD or OVERLAPS.',
  })
  async delegatePost(
    @Arg('input', () => DelegatePostInput, { description: 'Which post, who, when.' })
    input: DelegatePostInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answer(context, delegatePost(context, input, context.viewer));
  }

  @Mutation(() => ChangeOfficerResult, {
    description: 'Ends a delegation now. Answers with the officer whose post it is.',
  })
  async endDelegation(
    @Arg('input', () => EndDelegationInput, { description: 'Which.' }) input: EndDelegationInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOfficerResult> {
    return answer(context, endDelegation(context, input, context.viewer));
  }
}

const answer: typeof answerOfficerChange = async (context, work) => {
  context.loaders.delegations.clearAll();
  return answerOfficerChange(context, work);
};
