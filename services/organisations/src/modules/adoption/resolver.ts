import { LocalDate } from '@lapor/subgraph';
import { localDateAt } from '@lapor/working-days';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Organisation, OrganisationKind } from '../organisation/graphql-index.ts';
import { Region } from '../region/index.ts';
import { addUp } from './add-up.ts';
import { adoptionTimeZone } from './keep-adoption.ts';
import { AdoptionGrouping, AdoptionPoint, AdoptionRow } from './graphql.ts';
import { countAdoption, findAdoption, listAdoption } from './repository.ts';

const MONTHS_AT_MOST = 60;

@Resolver(() => AdoptionRow)
export class AdoptionResolver {
  @Query(() => [AdoptionRow], {
    description:
      'How many governments and K/L are connected, used and ready; public. Shares are the reader’s division: kinds differ too much to be added up.',
  })
  async adoption(
    @Arg('by', () => AdoptionGrouping, { description: 'By what to count.' }) by: AdoptionGrouping,
    @Arg('kinds', () => [OrganisationKind], { nullable: true, description: 'Only these kinds.' })
    kinds: OrganisationKind[] | null,
    @Arg('provinceCode', () => ID, { nullable: true, description: 'Only this province.' })
    provinceCode: string | null,
    @Arg('on', () => LocalDate, {
      nullable: true,
      description: 'As counted last on or before this day; without it as things stand now.',
    })
    on: string | null,
    @Ctx() { database, clock }: Context,
  ): Promise<AdoptionRow[]> {
    const cells = on ? await findAdoption(database, on) : await countAdoption(database, clock.now());
    return addUp(cells, by, { kinds: kinds ?? null, provinceCode: provinceCode ?? null });
  }

  @Query(() => [AdoptionPoint], {
    description:
      'Adoption at the ends of months, the oldest first; public. Months that were never counted are left out.',
  })
  adoptionTrend(
    @Arg('kind', () => OrganisationKind, { nullable: true, description: 'Only this kind.' })
    kind: OrganisationKind | null,
    @Arg('provinceCode', () => ID, { nullable: true, description: 'Only this province.' })
    provinceCode: string | null,
    @Arg('months', () => Int, {
      defaultValue: 12,
      description: 'How many months, the present one included; up to 60.',
    })
    months: number,
    @Ctx() { database, clock }: Context,
  ): Promise<AdoptionPoint[]> {
    const today = localDateAt(clock.now(), adoptionTimeZone);
    const count = Math.min(Math.max(Math.trunc(months), 1), MONTHS_AT_MOST);
    const since = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - count, 1));
    return listAdoption(database, {
      kind: kind ?? null,
      provinceCode: provinceCode ?? null,
      since: since.toISOString().slice(0, 10),
    }).then((rows) => rows.map((row) => Object.assign(new AdoptionPoint(), row)));
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The province, when counted by province.' })
  province(
    @Root() { provinceCode }: AdoptionRow,
    @Ctx() { loaders }: Context,
  ): Promise<Region | null> | null {
    return provinceCode === null ? null : loaders.region.load(provinceCode);
  }
}

@Resolver(() => Organisation)
export class OrganisationStandingResolver {
  @FieldResolver(() => Boolean, {
    description:
      'National indicator: it has an admin and a liaison officer with active accounts, in it or below it, and declared the decree (SK) of its team.',
  })
  async isConnected(@Root() { id }: Organisation, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.standing.load(id))?.is_connected ?? false;
  }

  @FieldResolver(() => Boolean, {
    description:
      'National indicator: it, or a unit below it, answered or disposed a report in the last 90 days.',
  })
  async isUsed(@Root() { id }: Organisation, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.standing.load(id))?.is_used ?? false;
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: 'Day on which it, or a unit below it, answered or disposed a report last.',
  })
  async lastUsedOn(
    @Root() { id, timeZone }: Organisation,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    const at = (await loaders.standing.load(id))?.last_used_at ?? null;
    return at === null ? null : localDateAt(at, timeZone);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      'Who answers while nobody staffs it: the nearest organisation above it within its government that is staffed. Null when it is staffed itself, or when the national desk answers.',
  })
  async standIn(
    @Root() { isStaffed, path }: Organisation,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    if (isStaffed) return null;
    const above = await Promise.all(path.slice(0, -1).map((id) => loaders.organisation.load(id)));
    return above.findLast((organisation) => organisation?.isStaffed) ?? null;
  }
}
