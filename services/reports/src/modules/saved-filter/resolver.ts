import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { toUserError } from '../report/graphql-index.ts';
import {
  DeleteFilterInput,
  DeleteFilterResult,
  FilterDeleted,
  FilterKindEnum,
  FilterSaved,
  SavedFilter,
  SavedFilterValues,
  SaveFilterInput,
  SaveFilterResult,
} from './graphql.ts';
import { deleteFilter, ownerOf, saveFilter, type SavedFilterRow } from './save-filter.ts';
import type { FilterKind } from './vocabulary.ts';

@Resolver()
export class SavedFilterResolver {
  @Query(() => [SavedFilter], {
    description: 'The filters that the viewer keeps, by name; empty for everybody but officers.',
  })
  async savedFilters(
    @Ctx() { database, viewer }: ReportsContext,
    @Arg('kind', () => FilterKindEnum, { nullable: true, description: 'Only those for this list.' })
    kind: FilterKind | null,
  ): Promise<SavedFilter[]> {
    const officerId = ownerOf(viewer);
    if (officerId === null) return [];
    const rows = await database.query<SavedFilterRow>(
      'saved-filters',
      `select id, kind, name, filter, saved_at from saved_filter where officer_id = $1 and ($2::text is null or kind = $2) order by lower(name), id`,
      [officerId, kind ?? null],
    );
    return rows.map(toSavedFilter);
  }

  @Mutation(() => SaveFilterResult, { description: 'Keeps a filter for the officer who asks.' })
  async saveFilter(
    @Arg('input', () => SaveFilterInput, { description: 'The filter.' }) input: SaveFilterInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ): Promise<typeof SaveFilterResult> {
    const result = await saveFilter(deps, input as never, viewer);
    return result.ok
      ? Object.assign(new FilterSaved(), { filter: toSavedFilter(result.value) })
      : (toUserError(result.failure) as never);
  }

  @Mutation(() => DeleteFilterResult, { description: 'Removes one of the viewer’s own filters.' })
  async deleteFilter(
    @Arg('input', () => DeleteFilterInput, { description: 'Which one.' }) input: DeleteFilterInput,
    @Ctx() { deps, viewer }: ReportsContext,
  ): Promise<typeof DeleteFilterResult> {
    const result = await deleteFilter(deps, input, viewer);
    return result.ok
      ? Object.assign(new FilterDeleted(), result.value)
      : (toUserError(result.failure) as never);
  }
}

const toSavedFilter = ({ id, kind, name, filter, saved_at }: SavedFilterRow): SavedFilter =>
  Object.assign(new SavedFilter(), {
    id,
    kind,
    name,
    values: Object.assign(new SavedFilterValues(), filter),
    savedAt: saved_at,
  });
