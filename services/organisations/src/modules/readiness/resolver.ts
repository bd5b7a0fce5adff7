import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { may } from '../authority/index.ts';
import { EvidenceFile } from '../evidence/graphql-index.ts';
import { Officer } from '../officer/graphql-index.ts';
import { Organisation, OrganisationConnection } from '../organisation/graphql-index.ts';
import { buildChecklist } from './checklist.ts';
import { GuidanceVisit, Readiness, ReadinessDeclaration, ReadinessFilter } from './graphql.ts';
import { pageByReadiness } from './list-readiness.ts';

@Resolver(() => Organisation)
export class OrganisationReadinessResolver {
  @Query(() => OrganisationConnection, {
    description:
      'Active organisations whose readiness the viewer may read, those that lack most first; nothing for others.',
  })
  readinessList(
    @Arg('filter', () => ReadinessFilter, {
      nullable: true,
      description: 'Which ones; without it the roots of governments and K/L.',
    })
    filter: ReadinessFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at most, up to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<OrganisationConnection> {
    return pageByReadiness(context, filter ?? {}, first, after);
  }

  @FieldResolver(() => Readiness, {
    nullable: true,
    description:
      'The checklist: for the national desk, KSP, the Ombudsman’s office that looks after it, admins, heads and liaison officers of the same government, and the province above a regency or city; null for others.',
  })
  async readiness(@Root() organisation: Organisation, @Ctx() context: Context): Promise<Readiness | null> {
    const { viewer, placedViewer, loaders } = context;
    if (viewer.kind !== 'officer' || !may(await placedViewer(), 'readReadiness', organisation)) return null;
    const [row, declarations] = await Promise.all([
      loaders.readiness.load(organisation.id),
      loaders.declarations.load(organisation.id),
    ]);
    if (row === null) return null;
    const items = buildChecklist({ row, declarations });
    const met = items.filter(({ isMet }) => isMet).length;
    return Object.assign(new Readiness(), {
      items,
      metCount: met,
      totalCount: items.length,
      isComplete: met === items.length,
      organisationId: organisation.id,
    });
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may declare items of its checklist, upload evidence and note obstacles.',
  })
  async viewerCanDeclareReadiness(
    @Root() organisation: Organisation,
    @Ctx() { viewer, placedViewer }: Context,
  ): Promise<boolean> {
    return viewer.kind === 'officer' && may(await placedViewer(), 'declareReadiness', organisation);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may record a visit of an Ombudsman’s office here.',
  })
  async viewerCanRecordVisit(
    @Root() organisation: Organisation,
    @Ctx() { viewer, placedViewer }: Context,
  ): Promise<boolean> {
    return viewer.kind === 'officer' && may(await placedViewer(), 'recordVisit', organisation);
  }
}

@Resolver(() => Readiness)
export class ReadinessResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What stands in the way, in the organisation’s own words.',
  })
  async obstacle(@Root() { organisationId }: Readiness, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.obstacle.load(organisationId))?.text ?? null;
  }

  @FieldResolver(() => [GuidanceVisit], {
    description: 'Visits of the Ombudsman’s offices, newest first, at most 50.',
  })
  async visits(@Root() { organisationId }: Readiness, @Ctx() { loaders }: Context): Promise<GuidanceVisit[]> {
    return (await loaders.visits.load(organisationId)).map((row) =>
      Object.assign(new GuidanceVisit(), {
        id: row.id,
        visitedOn: row.visited_on,
        topics: row.topics,
        agreement: row.agreement,
        recordedAt: row.recorded_at,
        officeId: row.office_id,
        recordedById: row.recorded_by,
      }),
    );
  }

  @FieldResolver(() => Int, {
    description:
      'How many units below it take reports (somebody is there, it is no mere template, or it was given a report) and have the whole checklist.',
  })
  async unitsComplete(@Root() { organisationId }: Readiness, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.readinessOfUnits.load(organisationId))?.complete ?? 0;
  }

  @FieldResolver(() => Int, { description: 'How many units below it take reports.' })
  async unitsTotal(@Root() { organisationId }: Readiness, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.readinessOfUnits.load(organisationId))?.total ?? 0;
  }
}

@Resolver(() => ReadinessDeclaration)
export class ReadinessDeclarationResolver {
  @FieldResolver(() => [EvidenceFile], { description: 'What shows it.' })
  evidence(@Root() { id }: ReadinessDeclaration, @Ctx() { loaders }: Context): Promise<EvidenceFile[]> {
    return loaders.evidence.load(id);
  }

  @FieldResolver(() => Officer, {
    nullable: true,
    description: 'Who declared it; null when the platform did.',
  })
  by(
    @Root() { declaredById }: ReadinessDeclaration,
    @Ctx() { loaders }: Context,
  ): Promise<Officer | null> | null {
    return declaredById === null ? null : loaders.officer.load(declaredById);
  }
}

@Resolver(() => GuidanceVisit)
export class GuidanceVisitResolver {
  @FieldResolver(() => Organisation, { description: 'The office that visited.' })
  office(@Root() { officeId }: GuidanceVisit, @Ctx() { loaders }: Context): Promise<Organisation | null> {
    return loaders.organisation.load(officeId);
  }

  @FieldResolver(() => Officer, { nullable: true, description: 'Who recorded it.' })
  by(@Root() { recordedById }: GuidanceVisit, @Ctx() { loaders }: Context): Promise<Officer | null> {
    return loaders.officer.load(recordedById);
  }
}
