import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ChangeOrganisationResult, answerChange } from '../change/graphql-index.ts';
import { Organisation } from '../organisation/index.ts';
import { ClosingDay, SetClosingDaysInput } from './graphql.ts';
import { setClosingDays } from './set-closing-days.ts';

@Resolver(() => Organisation)
export class ClosingDaysResolver {
  @FieldResolver(() => [ClosingDay], {
    description:
      'Days on which the offices of its government are closed besides the national holidays, in order.',
  })
  async closingDays(
    @Root() organisation: Organisation,
    @Arg('year', () => Int, { nullable: true, description: 'Only those of this year.' }) year: number | null,
    @Ctx() { loaders }: Context,
  ): Promise<ClosingDay[]> {
    const days = await loaders.closingDays.load(organisation.path[0]!);
    return days.filter(({ date }) => year === null || year === undefined || date.startsWith(`${year}-`));
  }

  @Mutation(() => ChangeOrganisationResult, {
    description:
      'Replaces the closing days of a government in one year; deadlines that run are counted anew.',
  })
  async setClosingDays(
    @Arg('input', () => SetClosingDaysInput, { description: 'The days.' }) input: SetClosingDaysInput,
    @Ctx() context: Context,
  ): Promise<typeof ChangeOrganisationResult> {
    return answerChange(context, await setClosingDays(context, input, context.viewer));
  }
}
