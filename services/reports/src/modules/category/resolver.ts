import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { plain } from '../report/index.ts';
import { Category } from './graphql.ts';
import { listCategories, searchCategories, type CategoryRow } from './repository.ts';

/** A row as the graph shows it. */
export const toCategory = (row: CategoryRow): Category =>
  Object.assign(new Category(), {
    id: row.id,
    name: row.name,
    level: row.level,
    path: row.path,
    isSensitive: row.is_sensitive,
    needsSupportingData: row.needs_supporting_data,
    identityRequirement: row.identity_requirement,
    parentId: row.parent_id,
  });

const LONGEST_SEARCH = 200;

@Resolver(() => Category)
export class CategoryResolver {
  @Query(() => [Category], {
    description: 'Categories: those of the first level, the children of one, or those a search finds.',
  })
  async categories(
    @Ctx() { database }: ReportsContext,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Words of a label; typing errors are forgiven.',
    })
    search: string | null,
    @Arg('parentId', () => ID, { nullable: true, description: 'Only children of this category.' })
    parentId: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most so many, 100 at most.' })
    first: number,
  ): Promise<Category[]> {
    const words = plain(search?.slice(0, LONGEST_SEARCH) ?? '');
    const below = parentId ? plain(parentId) : null;
    const limit = Math.min(Math.max(first, 1), 100);
    const rows = words
      ? await searchCategories(database, words, below, limit)
      : await listCategories(database, below, limit);
    return rows.map(toCategory);
  }

  @Query(() => Category, { nullable: true, description: 'One category.' })
  async category(
    @Ctx() { loaders }: ReportsContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Category | null> {
    const row = await loaders.category.load(plain(id));
    return row && toCategory(row);
  }

  @FieldResolver(() => Category, { nullable: true, description: 'The category above.' })
  async parent(@Root() category: Category, @Ctx() { loaders }: ReportsContext): Promise<Category | null> {
    const row = category.parentId === null ? null : await loaders.category.load(category.parentId);
    return row && toCategory(row);
  }
}
