import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import {
  loadReport,
  InvalidInput,
  NotFound,
  Report,
  toUserError,
  TransitionRefused,
} from '../report/graphql-index.ts';
import { revealIdentity } from './reveal-identity.ts';

@InputType({ description: 'A request to read who reported.' })
export class RevealIdentityInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => String, {
    description: 'Why the identity is needed; the reporter reads it; 10 to 1,000 characters.',
  })
  reason!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the device: a repeated request with the same key is logged once.',
  })
  requestKey?: string | null;
}

@ObjectType({ description: 'Who reported. The reading was logged and the reporter is told.' })
export class IdentityRevealed {
  @Field(() => Report, { description: 'The report.' }) report!: Report;
  @Field(() => String, { nullable: true, description: 'Name.' }) name!: string | null;
  @Field(() => String, { nullable: true, description: 'Phone number, E.164.' }) phone!: string | null;
  @Field(() => String, { nullable: true, description: 'Mail address.' }) email!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'First and last four digits of the NIK with dots between; never the whole.',
  })
  nik!: string | null;
  @Field(() => String, { nullable: true, description: 'Address.' }) address!: string | null;
}

const RevealIdentityResult = createUnionType({
  name: 'RevealIdentityResult',
  description: 'The identity, or why not.',
  types: () => [IdentityRevealed, InvalidInput, NotFound, TransitionRefused] as const,
});

@Resolver()
export class IdentityMutations {
  @Mutation(() => RevealIdentityResult, {
    description: 'Reads who reported. Needs a reason, is logged first, and the reporter is told.',
  })
  async revealIdentity(
    @Arg('input', () => RevealIdentityInput, { description: 'Which report and why.' })
    input: RevealIdentityInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await revealIdentity(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { identity, reportId } = result.value;
    const report = await loadReport(context, reportId);
    return Object.assign(new IdentityRevealed(), {
      report,
      name: identity.name,
      phone: identity.phone,
      email: identity.email,
      nik: identity.nik,
      address: identity.address,
    });
  }
}
