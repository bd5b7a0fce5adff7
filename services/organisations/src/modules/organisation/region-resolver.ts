import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Region } from '../region/index.ts';
import { Organisation } from './graphql.ts';

@Resolver(() => Region)
export class RegionGovernmentResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      'Who governs it: the city or the regency, where there is none the province, as in the areas of Jakarta.',
  })
  async government(@Root() { code }: Region, @Ctx() { loaders }: Context): Promise<Organisation | null> {
    const province = code.slice(0, 2);
    const area = code.slice(0, 5);
    const [own, above] = await Promise.all([
      loaders.government.load(area),
      area === province ? null : loaders.government.load(province),
    ]);
    const found = own ?? above;
    const root = found?.path[0];
    // An area of a province is governed by the province.
    return found && root && root !== found.id ? loaders.organisation.load(root) : found;
  }
}
