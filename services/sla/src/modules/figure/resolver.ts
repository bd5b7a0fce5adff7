import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { asksFor, decodeCursor, encodeCursor, LocalDate, type Page } from '@lapor/subgraph';
import type { SlaContext } from '../../context.ts';
import { Organisation } from '../clock/index.ts';
import {
  ActivityRow,
  ArchiveReasonCount,
  BurstFigures,
  Category,
  FigureConnection,
  FigureDimension,
  FigureFilterInput,
  FigureOrder,
  FigurePeriodInput,
  type Figures,
  HopFigures,
  HopFiguresConnection,
  OpenFiguresConnection,
  Region,
  UnitLoad,
} from './graphql/index.ts';
import { toOpenFigures, toRows } from './mapper.ts';
import { readActivityTable } from './read-activity.ts';
import { readBursts } from './read-bursts.ts';
import { readArchiveReasons } from './read-archive-reasons.ts';
import { readHops } from './read-hops.ts';
import { readOpenTable, type OpenGrouping } from './read-open.ts';
import { readTable, type Order } from './read-table.ts';
import { MOST_UNITS, readUnitLoads } from './read-unit-loads.ts';
import { unsupported, type Dimension } from './question.ts';

const FIRST = { description: 'Rows of the page, up to 100.' };
const AFTER = { description: '`endCursor` of the page before.' };

/** Figures that are made of more than the states of reports. */
const BEYOND_STATES = [
  'handedOver',
  'withObstacles',
  'promisesKept',
  'promisesBroken',
  'keptPromiseRate',
  'rated',
  'averageRating',
  'satisfiedRate',
  'disputeRate',
  'reopenRate',
  'toFollowUp',
  'toCompletion',
] as const satisfies readonly (keyof Figures)[];

/** A page of rows that are all there: few enough to be ordered in memory. */
function pageFrom<Row, Node>(
  rows: readonly Row[],
  first: number,
  after: string | null | undefined,
): { chosen: Row[]; page: (nodes: readonly Node[]) => Page<Node> } {
  const size = Math.min(Math.max(Math.trunc(first), 1), 100);
  const [given] = decodeCursor(after) ?? [];
  const start = typeof given === 'number' && given >= 0 ? given : 0;
  const chosen = rows.slice(start, start + size);
  return {
    chosen,
    page: (nodes) => ({
      edges: nodes.map((node, index) => ({ cursor: encodeCursor(start + index + 1), node })),
      pageInfo: {
        hasNextPage: start + size < rows.length,
        endCursor: nodes.length > 0 ? encodeCursor(start + nodes.length) : null,
      },
    }),
  };
}

@Resolver()
export class FigureResolver {
  @Query(() => FigureConnection, {
    description:
      'Standard tables of the reports received in a period: by state, agency, unit, region, category, kind, class, channel or time, with rates, days and satisfaction. Open to everyone in whole months, without confidential reports and small numbers; days, units and districts for analysts; everything for the national desk, KSP and the Ombudsman.',
  })
  async reportFigures(
    @Arg('period', () => FigurePeriodInput, { description: 'Days of submission.' }) period: FigurePeriodInput,
    @Arg('by', () => FigureDimension, { defaultValue: 'TOTAL', description: 'By what reports are parted.' })
    by: Dimension,
    @Arg('filter', () => FigureFilterInput, { nullable: true, description: 'Which reports; all without it.' })
    filter: FigureFilterInput | null,
    @Arg('orderBy', () => FigureOrder, { defaultValue: 'KEY', description: 'How rows are ordered.' })
    orderBy: Order,
    @Arg('compare', () => Boolean, {
      defaultValue: false,
      description: 'With the period right before, equally long (whole months with whole months).',
    })
    compare: boolean,
    @Arg('receivedAtLeast', () => Int, {
      nullable: true,
      description:
        'Only groups with at least so many reports in the period, so that like is compared with like; ranks are among them. By GOVERNMENT, UNIT, REGION or CATEGORY.',
    })
    receivedAtLeast: number | null,
    @Arg('receivedAtMost', () => Int, {
      nullable: true,
      description: 'Only groups with at most so many reports in the period.',
    })
    receivedAtMost: number | null,
    @Arg('first', () => Int, { defaultValue: 20, ...FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, ...AFTER }) after: string | null,
    @Ctx() context: SlaContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FigureConnection> {
    const { class: reportClass, ...rest } = filter ?? {};
    const table = await readTable(context, {
      period,
      by,
      filter: { ...rest, reportClass },
      orderBy,
      compare,
      receivedAtLeast,
      receivedAtMost,
      wantsComplete: asksFor(info, 'isComplete'),
      wantsSteps: asksFor(info, 'steps'),
      onlyStates: !BEYOND_STATES.some((name) => asksFor(info, name)),
    });
    const { chosen, page } = pageFrom(table.rows, first, after);
    const wantsTimes = asksFor(info, 'toFollowUp') || asksFor(info, 'toCompletion');
    return Object.assign(new FigureConnection(), page(await toRows(table, chosen, by, wantsTimes)), {
      asOf: context.now,
      isComplete: table.isComplete,
      totalCount: table.rows.length,
    });
  }

  @Query(() => [UnitLoad], {
    description:
      'What some organisations carry and how soon they take up what comes: for choosing who is to work. In the order of the ids; those that are unknown, or not the viewer’s to know, are left out. For the national desk, KSP, the Ombudsman and analysts, and for officers within their own subtree.',
  })
  unitLoads(
    @Arg('organisationIds', () => [ID], {
      description: `Up to ${MOST_UNITS} organisations, each with all below it.`,
    })
    organisationIds: string[],
    @Ctx() context: SlaContext,
  ): Promise<UnitLoad[]> {
    return readUnitLoads(context, organisationIds).then((loads) =>
      loads.map(({ id, ...load }) =>
        Object.assign(new UnitLoad(), { ...load, organisation: Object.assign(new Organisation(), { id }) }),
      ),
    );
  }

  @Query(() => [ActivityRow], {
    description:
      'What happened in each day, month or year: received, first followed up, completed. For everyone by months and years; outsiders without confidential reports and numbers from 1 to 4.',
  })
  activityFigures(
    @Arg('period', () => FigurePeriodInput, {
      description: 'The days on which it happened; up to 400 steps.',
    })
    period: FigurePeriodInput,
    @Arg('by', () => FigureDimension, { defaultValue: 'MONTH', description: 'DAY, MONTH or YEAR.' })
    by: Dimension,
    @Arg('organisationId', () => ID, {
      nullable: true,
      description: 'In the subtree of this organisation; the whole country without it.',
    })
    organisationId: string | null,
    @Ctx() context: SlaContext,
  ): Promise<ActivityRow[]> {
    return readActivityTable(context, period, by, organisationId).then((rows) =>
      rows.map((row) => Object.assign(new ActivityRow(), row)),
    );
  }

  @Query(() => [ArchiveReasonCount], {
    description:
      'Archived reports of a period by reason, most first. For outsiders whole months, without confidential reports and numbers from 1 to 4.',
  })
  archiveFigures(
    @Arg('period', () => FigurePeriodInput, { description: 'Days of submission.' }) period: FigurePeriodInput,
    @Arg('governmentId', () => ID, {
      nullable: true,
      description:
        'Root of a government or K/L that led last; whole months then. The whole country without it.',
    })
    governmentId: string | null,
    @Ctx() context: SlaContext,
  ): Promise<ArchiveReasonCount[]> {
    return readArchiveReasons(context, period, governmentId).then((rows) =>
      rows.map((row) => Object.assign(new ArchiveReasonCount(), row)),
    );
  }

  @Query(() => OpenFiguresConnection, {
    description:
      'Open reports by age, and those past a deadline, as they stand now; most overdue first. Units for analysts and the agency itself, districts for analysts.',
  })
  async openFigures(
    @Arg('by', () => FigureDimension, {
      defaultValue: 'TOTAL',
      description: 'TOTAL, GOVERNMENT, UNIT or REGION.',
    })
    by: Dimension,
    @Arg('organisationId', () => ID, {
      nullable: true,
      description: 'In the subtree of this organisation; the whole country without it.',
    })
    organisationId: string | null,
    @Arg('regionCode', () => ID, {
      nullable: true,
      description:
        'From this province, regency, city or district; with by: REGION the regions right below it, provinces without it.',
    })
    regionCode: string | null,
    @Arg('first', () => Int, { defaultValue: 20, ...FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, ...AFTER }) after: string | null,
    @Ctx() context: SlaContext,
  ): Promise<OpenFiguresConnection> {
    if (by !== 'TOTAL' && by !== 'GOVERNMENT' && by !== 'UNIT' && by !== 'REGION')
      throw unsupported('by must be TOTAL, GOVERNMENT, UNIT or REGION');
    const { rows, audience } = await readOpenTable(context, by satisfies OpenGrouping, {
      organisationId,
      regionCode,
    });
    const { chosen, page } = pageFrom(rows, first, after);
    const nodes = chosen.map(({ key, sums, isKeptBack }) =>
      toOpenFigures(key, sums, audience, isKeptBack, by === 'REGION'),
    );
    return Object.assign(new OpenFiguresConnection(), page(nodes), { asOf: context.now });
  }

  @Query(() => HopFiguresConnection, {
    description:
      'How often reports were given back, by pair of agencies, most first: ping-pong is public. Whole months; outsiders without confidential reports and pairs below five.',
  })
  async hopFigures(
    @Arg('period', () => FigurePeriodInput, { description: 'Whole months in which reports were given back.' })
    period: FigurePeriodInput,
    @Arg('first', () => Int, { defaultValue: 20, ...FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, ...AFTER }) after: string | null,
    @Ctx() context: SlaContext,
  ): Promise<HopFiguresConnection> {
    const { chosen, page } = pageFrom(await readHops(context, period), first, after);
    const organisation = (id: string) => Object.assign(new Organisation(), { id });
    const nodes = chosen.map(({ from, to, count }) =>
      Object.assign(new HopFigures(), {
        from: organisation(from),
        to: to === null ? null : organisation(to),
        count,
      }),
    );
    return Object.assign(new HopFiguresConnection(), page(nodes));
  }

  @Query(() => [BurstFigures], {
    nullable: true,
    description:
      'Main categories, and regencies and cities, with unusually many reports on a day; the rule stands at BurstFigures. For the national desk, KSP, the Ombudsman and analysts (without confidential reports); null for others.',
  })
  async burstFigures(
    @Arg('on', () => LocalDate, { nullable: true, description: 'The day; today without it.' })
    on: string | null,
    @Ctx() context: SlaContext,
  ): Promise<BurstFigures[] | null> {
    const bursts = await readBursts(context, on);
    return (
      bursts &&
      bursts.map(({ kind, id, count, usual }) =>
        Object.assign(new BurstFigures(), {
          category: kind === 'CATEGORY' ? Object.assign(new Category(), { id }) : null,
          region: kind === 'REGION' ? Object.assign(new Region(), { code: id }) : null,
          count,
          usual,
        }),
      )
    );
  }
}
