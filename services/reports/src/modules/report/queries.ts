import {
  Arg,
  Ctx,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { encodeCursor } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import type { ReportsContext } from '../../context.ts';
import { ReportStateEnum } from './enums.ts';
import { Report, ReportConnection } from './graphql.ts';
import { afterOf, connection, pageSize, show } from './paging.ts';
import { isDesk, workingOrganisations } from './policy.ts';
import { accountLookup } from './read-model.ts';
import {
  countDesk,
  countInbox,
  findReportByNumber,
  listDesk,
  listInbox,
  listPublicReports,
  listReportsOfAccount,
  listSimilar,
} from './repository.ts';
import { plain } from './validation.ts';
import type { ReportState } from './vocabulary.ts';

export const InboxBucketEnum = {
  TO_VERIFY: 'TO_VERIFY',
  NEW: 'NEW',
  WAITING_FOR_US: 'WAITING_FOR_US',
  WAITING_FOR_CITIZEN: 'WAITING_FOR_CITIZEN',
  OVERDUE: 'OVERDUE',
  DONE: 'DONE',
} as const;
registerEnumType(InboxBucketEnum, {
  name: 'InboxBucket',
  description: 'A list of the inbox.',
  valuesConfig: {
    TO_VERIFY: { description: 'At our desk for verification.' },
    NEW: { description: 'Passed to us, not yet followed up.' },
    WAITING_FOR_US: { description: 'Followed up; our turn.' },
    WAITING_FOR_CITIZEN: { description: 'The reporter’s turn.' },
    OVERDUE: { description: 'Our turn and past a deadline; these stand in NEW or WAITING_FOR_US too.' },
    DONE: { description: 'Completed or archived, newest first.' },
  },
});

@ObjectType({ description: 'How many reports stand in each list of an inbox.' })
export class InboxCounters {
  @Field(() => Int, { description: 'At our desk for verification.' }) toVerify!: number;
  @Field(() => Int, { description: 'Passed to us, not yet followed up.' }) new!: number;
  @Field(() => Int, { description: 'Followed up; our turn.' }) waitingForUs!: number;
  @Field(() => Int, { description: 'The reporter’s turn.' }) waitingForCitizen!: number;
  @Field(() => Int, { description: 'Our turn and past a deadline.' }) overdue!: number;
  @Field(() => Int, { description: 'Completed or archived; counted up to 1,000.' }) done!: number;
}

@InputType({ description: 'A point on the ground.' })
export class GeoPointInput {
  @Field(() => Float, { description: 'Degrees north, WGS 84; Indonesia lies between −11.5 and 6.5.' })
  latitude!: number;
  @Field(() => Float, { description: 'Degrees east, WGS 84; Indonesia lies between 94 and 142.' })
  longitude!: number;
}

@InputType({ description: 'Narrows the published reports; all given conditions hold.' })
export class PublicReportFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A report number, or words; typing errors are forgiven.',
  })
  search?: string | null;
  @Field(() => [ReportStateEnum], { nullable: true, description: 'Only these states.' }) states?:
    ReportState[] | null;
  @Field(() => ID, { nullable: true, description: 'This category and all below it.' }) categoryId?:
    string | null;
  @Field(() => ID, { nullable: true, description: 'This region and all below it.' }) regionCode?:
    string | null;
  @Field(() => ID, { nullable: true, description: 'Handled by this organisation or one below it.' })
  organisationId?: string | null;
}

const LONGEST_SEARCH = 200;

@Resolver()
export class ReportQueries {
  @Query(() => Report, {
    nullable: true,
    description: 'A report by its public number; null when it is unknown or not for the viewer.',
  })
  async report(
    @Ctx() context: ReportsContext,
    @Arg('number', () => String, { description: '8 digits; blanks are ignored.' }) number: string,
  ): Promise<Report | null> {
    const row = await findReportByNumber(context.database, plain(number).replace(/\s/g, '').slice(0, 9));
    return row && show(context)(row);
  }

  @Query(() => ReportConnection, { description: 'Published reports, newest first.' })
  async publicReports(
    @Ctx() context: ReportsContext,
    @Arg('filter', () => PublicReportFilter, { nullable: true, description: 'Which ones.' })
    filter: PublicReportFilter | null,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const size = pageSize(first);
    const words = Object.fromEntries(
      (['search', 'categoryId', 'regionCode', 'organisationId'] as const).map((name) => [
        name,
        plain(filter?.[name]?.slice(0, LONGEST_SEARCH) ?? '') || null,
      ]),
    );
    const rows = await listPublicReports(context.database, { ...filter, ...words }, afterOf(after), size + 1);
    return connection(context, rows, size, (row) => encodeCursor(row.published_at!.toISOString(), row.id));
  }

  @Query(() => ReportConnection, {
    description: 'The viewer’s own reports, newest first; empty without an account.',
  })
  async myReports(
    @Ctx() context: ReportsContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const { viewer, deps, database } = context;
    const size = pageSize(first);
    const rows =
      viewer.accountId && !viewer.apiKey
        ? await listReportsOfAccount(
            database,
            accountLookup(deps.lookupSecret, viewer.accountId),
            afterOf(after),
            size + 1,
          )
        : [];
    return connection(context, rows, size, (row) => encodeCursor(row.submitted_at.toISOString(), row.id));
  }

  @Query(() => ReportConnection, {
    description:
      'An organisation’s inbox by what is due first; empty for those without a post that reaches it.',
  })
  async inbox(
    @Ctx() context: ReportsContext,
    @Arg('bucket', () => InboxBucketEnum, { description: 'Which list.' })
    bucket: keyof typeof InboxBucketEnum,
    @Arg('organisationId', () => ID, { nullable: true, description: 'The viewer’s first post when absent.' })
    organisationId: string | null,
    @Arg('search', () => String, {
      nullable: true,
      description: 'A report number, or words of the title or text.',
    })
    search: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const size = pageSize(first);
    const own = inboxOrganisation(context.viewer, organisationId);
    const words = plain(search?.slice(0, LONGEST_SEARCH) ?? '') || null;
    const rows = own
      ? await listInbox(
          context.database,
          { organisationId: own, bucket, search: words, now: context.deps.clock.now() },
          afterOf(after),
          size + 1,
        )
      : [];
    return connection(context, rows, size, (row) => encodeCursor(row.inbox_due, row.id));
  }

  @Query(() => InboxCounters, { description: 'How many reports stand in each list of an inbox.' })
  async inboxCounters(
    @Ctx() { database, viewer, deps }: ReportsContext,
    @Arg('organisationId', () => ID, { nullable: true, description: 'The viewer’s first post when absent.' })
    organisationId: string | null,
  ): Promise<InboxCounters> {
    const own = inboxOrganisation(viewer, organisationId);
    const counts = new Map(
      (own ? await countInbox(database, own, deps.clock.now()) : []).map(({ bucket, count }) => [
        bucket,
        count,
      ]),
    );
    return Object.assign(new InboxCounters(), {
      toVerify: counts.get('TO_VERIFY') ?? 0,
      new: counts.get('NEW') ?? 0,
      waitingForUs: counts.get('WAITING_FOR_US') ?? 0,
      waitingForCitizen: counts.get('WAITING_FOR_CITIZEN') ?? 0,
      overdue: counts.get('OVERDUE') ?? 0,
      done: counts.get('DONE') ?? 0,
    });
  }

  @Query(() => ReportConnection, {
    description: 'What waits for verification at the national desk, oldest first; empty for everybody else.',
  })
  async verificationQueue(
    @Ctx() context: ReportsContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'Page size, 100 at most.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
  ): Promise<ReportConnection> {
    const size = pageSize(first);
    const rows = isDesk(context.viewer) ? await listDesk(context.database, afterOf(after), size + 1) : [];
    return connection(context, rows, size, (row) => encodeCursor(row.submitted_at.toISOString(), row.id));
  }

  @Query(() => Int, { description: 'How many reports wait at the national desk; 0 for everybody else.' })
  async verificationQueueCount(@Ctx() { database, viewer }: ReportsContext): Promise<number> {
    return isDesk(viewer) ? countDesk(database) : 0;
  }

  @Query(() => [Report], {
    description: 'Open published reports of a category near a place: shown before a report is filed twice.',
  })
  async similarReports(
    @Ctx() context: ReportsContext,
    @Arg('categoryId', () => ID, { description: 'The category.' }) categoryId: string,
    @Arg('regionCode', () => ID, { nullable: true, description: 'The region, used when there is no point.' })
    regionCode: string | null,
    @Arg('point', () => GeoPointInput, {
      nullable: true,
      description: 'The place; within some three kilometres.',
    })
    point: GeoPointInput | null,
    @Arg('first', () => Int, { defaultValue: 3, description: 'At most so many, 20 at most.' }) first: number,
  ): Promise<Report[]> {
    const near = {
      categoryId: plain(categoryId),
      regionCode: regionCode ? plain(regionCode) : null,
      point: point ?? null,
      exceptId: null,
    };
    return (await listSimilar(context.database, near, Math.min(Math.max(first, 1), 20)))
      .map(show(context))
      .filter((report) => report !== null);
  }
}

/** The organisation whose inbox the viewer opens: one at which the viewer holds a working post. */
function inboxOrganisation(viewer: Viewer, wanted: string | null | undefined): string | null {
  const own = workingOrganisations(viewer);
  if (!wanted) return own[0] ?? null;
  return own.includes(wanted) ? wanted : null;
}
