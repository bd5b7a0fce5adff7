import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { may } from '../authority/index.ts';
import { Organisation } from '../organisation/index.ts';
import { toUserError } from '@lapor/request/graphql';
import { ImportUnitsInput, ImportUnitsResult, UnitsImported, UnitsInput, UnitsPreview } from './graphql.ts';
import { importUnits } from './import-units.ts';
import { previewUnits } from './preview-units.ts';

@Resolver(() => Organisation)
export class UnitsCsvResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The units below it within its government as CSV, parents first, former ones included, for `previewUnits` and `importUnits`. For those who may import; null for others.',
  })
  async unitsCsv(@Root() organisation: Organisation, @Ctx() context: Context): Promise<string | null> {
    if (!may(await context.placedViewer(), 'readUnitsCsv', organisation)) return null;
    return context.loaders.unitsCsv.load(organisation.id);
  }

  @Query(() => UnitsPreview, {
    nullable: true,
    description:
      'What a file of units would change, and every faulty line of it. Nothing is written. Null for those who may not import it.',
  })
  previewUnits(
    @Arg('input', () => UnitsInput, { description: 'The file.' }) input: UnitsInput,
    @Ctx() context: Context,
  ): Promise<UnitsPreview | null> {
    return previewUnits(context, input);
  }

  @Mutation(() => ImportUnitsResult, {
    description: 'Does all that the preview of the file said, or nothing of it.',
  })
  async importUnits(
    @Arg('input', () => ImportUnitsInput, { description: 'The file.' }) input: ImportUnitsInput,
    @Ctx() context: Context,
  ): Promise<typeof ImportUnitsResult> {
    const outcome = await importUnits(context, input, context.viewer);
    if (!outcome.ok) return toUserError(outcome.error);
    const { organisationId, ...counts } = outcome.value;
    const organisation = await context.loaders.organisation.load(organisationId);
    context.eventsCommitted();
    return Object.assign(new UnitsImported(), { organisation, ...counts });
  }
}
