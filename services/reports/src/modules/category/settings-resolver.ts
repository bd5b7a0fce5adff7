import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { Officer, toUserError } from '../report/graphql-index.ts';
import { isDesk, plain } from '../report/index.ts';
import { changeCategory } from './change-category.ts';
import { findCategories, listCategoriesBelow } from './repository.ts';
import { toCategory } from './resolver.ts';
import {
  CategoryChange,
  CategoryChanged,
  CategorySettings,
  ChangeCategoryInput,
  ChangeCategoryResult,
} from './settings-graphql.ts';
import { countOpenReports, listCategoryChanges, type CategoryChangeRow } from './settings-repository.ts';

@Resolver()
export class CategorySettingsResolver {
  @Query(() => CategorySettings, {
    nullable: true,
    description:
      'What a category asks for, with its changes and the reports it has open; for the national desk, null for others.',
  })
  async categorySettings(
    @Arg('categoryId', () => ID, { description: 'The category.' }) categoryId: string,
    @Ctx() context: ReportsContext,
  ): Promise<CategorySettings | null> {
    return isDesk(context.viewer) ? readSettings(context, plain(categoryId.slice(0, 200))) : null;
  }

  @Mutation(() => ChangeCategoryResult, {
    description:
      'Changes what a category asks of whoever files a report of it from now on; reports that were filed stay as they are. The national desk.',
  })
  async changeCategory(
    @Arg('input', () => ChangeCategoryInput, { description: 'What it asks for.' }) input: ChangeCategoryInput,
    @Ctx() context: ReportsContext,
  ): Promise<typeof ChangeCategoryResult> {
    const result = await changeCategory(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure) as typeof ChangeCategoryResult;
    const settings = (await readSettings(context, result.value.categoryId))!;
    return Object.assign(new CategoryChanged(), { settings });
  }
}

async function readSettings(
  { database }: ReportsContext,
  categoryId: string,
): Promise<CategorySettings | null> {
  const [[row], changes, reports, below] = await Promise.all([
    findCategories(database, [categoryId]),
    listCategoryChanges(database, categoryId),
    countOpenReports(database, categoryId),
    listCategoriesBelow(database, categoryId),
  ]);
  if (!row) return null;
  return Object.assign(new CategorySettings(), {
    category: toCategory(row),
    version: changes[0]?.version ?? 0,
    changes: changes.map(toChange),
    below: below.map(toCategory),
    openReports: reports.open,
    waitingReports: reports.waiting,
    waitingAtAgencies: reports.waitingAtAgencies,
    withoutIdentity: reports.withoutIdentity,
    anonymousReports: reports.anonymous,
  });
}

const toChange = (row: CategoryChangeRow): CategoryChange =>
  Object.assign(new CategoryChange(), {
    version: row.version,
    identityRequirement: row.identityRequirement,
    identityRequirementBefore: row.before.identityRequirement,
    isSensitive: row.isSensitive,
    needsSupportingData: row.needsSupportingData,
    reason: row.reason,
    enteredAt: row.enteredAt,
    by: Object.assign(new Officer(), { id: row.officerId }),
  });
