import { Arg, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { pageSize } from '../paging/index.ts';
import { findMeaning, typedWords } from '../search/index.ts';
import { findRegionOfPoint } from './find-region-of-point.ts';
import { Region, RegionLevel } from './graphql.ts';
import { toRegion } from './mapper.ts';
import { listRegions, searchRegions } from './repository.ts';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: 'A region by its code.' })
  region(
    @Arg('code', () => ID, { description: 'Code of the ministry, for example 13.71.' }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Region | null> {
    return loaders.region.load(code);
  }

  @Query(() => [Region], {
    description: 'Regions by name; without `search`, `parentCode` and `levels` the provinces.',
  })
  async regions(
    @Arg('search', () => String, {
      nullable: true,
      description: 'Words of the name or of what lies above it; beginnings and typing errors are forgiven.',
    })
    search: string | null,
    @Arg('parentCode', () => ID, {
      nullable: true,
      description: 'Only what lies directly in this region; with `search` at any depth.',
    })
    parentCode: string | null,
    @Arg('levels', () => [RegionLevel], { nullable: true, description: 'Only these levels.' })
    levels: RegionLevel[] | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most, up to 100.' })
    first: number,
    @Ctx() { database }: Context,
  ): Promise<Region[]> {
    const words = typedWords(search);
    const wanted = { levels: levels ?? null, first: pageSize(first) };
    if (words.length === 0) {
      return (await listRegions(database, { ...wanted, parentCode: parentCode ?? null })).map(toRegion);
    }
    const meaning = await findMeaning(database, words);
    if (meaning === null) return [];
    const rows = await searchRegions(database, meaning, { ...wanted, withinCode: parentCode ?? null });
    return rows.map(toRegion);
  }

  @Query(() => Region, {
    nullable: true,
    description:
      'The likely district of a place: a suggestion for people to check, not a legal determination. Null far out at sea and abroad.',
  })
  regionOfPoint(
    @Arg('latitude', () => Float, { description: 'Degrees (WGS84).' }) latitude: number,
    @Arg('longitude', () => Float, { description: 'Degrees (WGS84).' }) longitude: number,
    @Ctx() { database }: Context,
  ): Promise<Region | null> {
    return findRegionOfPoint(database, { latitude, longitude });
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The region it lies in; null for a province.' })
  parent(@Root() region: Region, @Ctx() { loaders }: Context): Promise<Region | null> | null {
    return region.parentCode === null ? null : loaders.region.load(region.parentCode);
  }
}
