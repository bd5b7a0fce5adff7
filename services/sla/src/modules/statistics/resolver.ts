import { Ctx, Query, Resolver } from 'type-graphql';
import type { SlaContext } from '../../context.ts';
import { decide } from './authority.ts';
import { NationalOverview, PublicStatistics } from './graphql.ts';
import { toOverview, toPublicStatistics } from './mapper.ts';
import { periodsAt } from './periods.ts';
import { readOverview, readPublicFigures } from './repository.ts';

@Resolver()
export class StatisticsResolver {
  @Query(() => NationalOverview, {
    nullable: true,
    description:
      'For the national desk, KSP, the Ombudsman and analysts (without confidential reports and small numbers); null for others.',
  })
  async nationalOverview(@Ctx() { database, viewer, now }: SlaContext): Promise<NationalOverview | null> {
    const { verdict, withConfidential, isExact } = decide(viewer, 'readOverview');
    if (!verdict.allowed) return null;
    const periods = periodsAt(now);
    return toOverview(await readOverview(database, now, periods, withConfidential), now, periods, isExact);
  }

  @Query(() => PublicStatistics, {
    nullable: true,
    description:
      'How the service does, for everyone; null while figures cannot be had, so that a page keeps the rest.',
  })
  async publicStatistics(@Ctx() { database, now }: SlaContext): Promise<PublicStatistics> {
    return toPublicStatistics(await readPublicFigures(database, periodsAt(now)), now);
  }
}
