import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import { csvOf, type Cell } from '@lapor/csv';
import type { Database } from '@lapor/database';
import type { Figures } from './graphql/index.ts';
import { CONFIDENTIAL_TABLES, readToldYear } from '../confidential-figure/index.ts';
import { toOpenFigures, toRows } from './mapper.ts';
import { readActivityTable } from './read-activity.ts';
import { readArchiveReasons } from './read-archive-reasons.ts';
import { readHops } from './read-hops.ts';
import { readOpenTable } from './read-open.ts';
import { readTable } from './read-table.ts';
import type { Viewer } from '@lapor/viewer';

export interface FigureRoutesDependencies {
  database: Database;
  clock: Clock;
}

interface CsvTable {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const given = z.string().min(1).max(200).optional();
const period = { from: z.iso.date(), to: z.iso.date() };
const reports = z.strictObject({
  ...period,
  by: z
    .enum([
      'TOTAL',
      'DAY',
      'MONTH',
      'YEAR',
      'GOVERNMENT',
      'UNIT',
      'REGION',
      'CATEGORY',
      'KIND',
      'CLASS',
      'CHANNEL',
    ])
    .default('TOTAL'),
  orderBy: z
    .enum(['KEY', 'RECEIVED', 'FOLLOW_UP_RATE', 'COMPLETION_RATE', 'DAYS_TO_FOLLOW_UP', 'ON_TIME_RATE'])
    .default('KEY'),
  organisationId: given,
  governmentKind: given,
  regionCode: given,
  categoryId: given,
  kind: given,
  class: given,
  channel: given,
});

type Asked = { database: Database; viewer: Viewer; now: Date };

const TABLES: Readonly<Record<string, (asked: Asked, query: unknown) => Promise<CsvTable>>> = {
  async reports(asked, query) {
    const { from, to, by, orderBy, class: reportClass, ...filter } = reports.parse(query);
    const table = await readTable(asked, {
      period: { from, to },
      by,
      orderBy,
      compare: false,
      wantsSteps: true,
      filter: { ...filter, reportClass },
    });
    const rows = await toRows(table, table.rows, by, true);
    return {
      columns: ['key', 'rank', ...FIGURES.map(([name]) => name)],
      rows: rows.map(({ key, rank, figures }) => [key, rank, ...FIGURES.map(([, cell]) => cell(figures))]),
    };
  },
  async activity(asked, query) {
    const { from, to, by, organisationId } = z
      .strictObject({
        ...period,
        by: z.enum(['DAY', 'MONTH', 'YEAR']).default('MONTH'),
        organisationId: given,
      })
      .parse(query);
    const rows = await readActivityTable(asked, { from, to }, by, organisationId ?? null);
    return {
      columns: ['from', 'received', 'followed_up', 'completed', 'handed_over'],
      rows: rows.map((row) => [row.from, row.received, row.followedUp, row.completed, row.handedOver]),
    };
  },
  async archive(asked, query) {
    const { from, to, governmentId } = z.strictObject({ ...period, governmentId: given }).parse(query);
    const rows = await readArchiveReasons(asked, { from, to }, governmentId ?? null);
    return { columns: ['reason', 'count'], rows: rows.map(({ reason, count }) => [reason, count]) };
  },
  async open(asked, query) {
    const { by, ...place } = z
      .strictObject({
        by: z.enum(['TOTAL', 'GOVERNMENT', 'UNIT', 'REGION']).default('TOTAL'),
        organisationId: given,
        regionCode: given,
      })
      .parse(query);
    const { rows, audience } = await readOpenTable(asked, by, place);
    return {
      columns: ['key', ...OPEN],
      rows: rows.map(({ key, sums, isKeptBack }) => {
        const told = toOpenFigures(key, sums, audience, isKeptBack);
        return [
          key,
          told.open,
          told.openUpTo7Days,
          told.openUpTo30Days,
          told.openUpTo60Days,
          told.openLonger,
          told.overdue,
          told.overdueUpTo7Days,
          told.overdueUpTo30Days,
          told.overdueUpTo90Days,
          told.overdueLonger,
        ];
      }),
    };
  },
  async confidential({ database }, query) {
    const { table, year } = z
      .strictObject({ table: z.enum(CONFIDENTIAL_TABLES), year: z.coerce.number().int().min(2000).max(2099) })
      .parse(query);
    const told = await readToldYear(database, year);
    return {
      columns: ['key', 'confidential'],
      rows: told?.tables[table].map(({ key, count }) => [key, count]) ?? [],
    };
  },
  async hops(asked, query) {
    const { from, to } = z.strictObject(period).parse(query);
    const rows = await readHops(asked, { from, to });
    return { columns: ['from', 'to', 'count'], rows: rows.map((row) => [row.from, row.to, row.count]) };
  },
};

const OPEN = [
  'open',
  'open_up_to_7_days',
  'open_up_to_30_days',
  'open_up_to_60_days',
  'open_longer',
  'overdue',
  'overdue_up_to_7_days',
  'overdue_up_to_30_days',
  'overdue_up_to_90_days',
  'overdue_longer',
];

/** Columns as in `Figures` of the graph, whose descriptions define them. */
const FIGURES: readonly (readonly [name: string, cell: (figures: Figures) => Cell])[] = [
  ['received', ({ received }) => received],
  ['submitted', ({ submitted }) => submitted],
  ['postponed', ({ postponed }) => postponed],
  ['disposed', ({ disposed }) => disposed],
  ['in_progress', ({ inProgress }) => inProgress],
  ['completed', ({ completed }) => completed],
  ['archived', ({ archived }) => archived],
  ['follow_up_rate', ({ followUpRate }) => followUpRate],
  ['follow_up_rate_without_archived', ({ followUpRateWithoutArchived }) => followUpRateWithoutArchived],
  ['completion_rate', ({ completionRate }) => completionRate],
  ['completion_rate_without_archived', ({ completionRateWithoutArchived }) => completionRateWithoutArchived],
  ['handed_over', ({ handedOver }) => handedOver],
  ['with_obstacles', ({ withObstacles }) => withObstacles],
  ['promises_kept', ({ promisesKept }) => promisesKept],
  ['promises_broken', ({ promisesBroken }) => promisesBroken],
  ['rated', ({ rated }) => rated],
  ['average_rating', ({ averageRating }) => averageRating],
  ['satisfied_rate', ({ satisfiedRate }) => satisfiedRate],
  ['dispute_rate', ({ disputeRate }) => disputeRate],
  ['reopen_rate', ({ reopenRate }) => reopenRate],
  ['follow_up_mean_days', ({ toFollowUp }) => toFollowUp?.meanDays ?? null],
  ['follow_up_median_days', ({ toFollowUp }) => toFollowUp?.medianDays ?? null],
  ['follow_up_p90_days', ({ toFollowUp }) => toFollowUp?.ninetiethPercentileDays ?? null],
  ['follow_up_median_days_with_open', ({ toFollowUp }) => toFollowUp?.medianDaysWithOpen ?? null],
  ['completion_mean_days', ({ toCompletion }) => toCompletion?.meanDays ?? null],
  ['completion_median_days', ({ toCompletion }) => toCompletion?.medianDays ?? null],
  ['completion_p90_days', ({ toCompletion }) => toCompletion?.ninetiethPercentileDays ?? null],
  ['completion_median_days_with_open', ({ toCompletion }) => toCompletion?.medianDaysWithOpen ?? null],
  ['steps_on_time', ({ steps }) => steps?.onTime ?? null],
  ['steps_late', ({ steps }) => steps?.late ?? null],
  ['steps_on_time_rate', ({ steps }) => steps?.onTimeRate ?? null],
];

/** Tables that somebody may fetch in a minute, in each process: a table whole is read from all its rows. */
export const TABLES_PER_MINUTE = 60;

/**
 * `GET /figures/<table>.csv`: a standard table whole, for spreadsheets and scripts. The same rules and refusals as in the graph; an
 * empty cell is no data, or a number that is kept back.
 */
export async function figureRoutes(
  server: FastifyInstance,
  { database, clock }: FigureRoutesDependencies,
): Promise<void> {
  await server.register(rateLimit, {
    global: false,
    max: TABLES_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: ({ viewer }) => viewer.apiKey?.id ?? viewer.accountId ?? viewer.source ?? 'unknown',
    errorResponseBuilder: (_request, { after }) => ({
      statusCode: 429,
      code: 'TOO_MANY_REQUESTS',
      message: `At most ${TABLES_PER_MINUTE} tables a minute; try again in ${after}`,
    }),
  });
  const config = { rateLimit: {} };
  server.get<{ Params: { table: string } }>('/figures/:table', { config }, async (request, reply) => {
    const name = /^(\w+)\.csv$/.exec(request.params.table)?.[1] ?? '';
    const read = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
    if (!read) return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such table' });
    try {
      const { columns, rows } = await read(
        { database, viewer: viewerOf(request), now: clock.now() },
        request.query,
      );
      return await sendTable(reply, name, csvOf(columns, rows));
    } catch (error) {
      const told = mistakeOf(error);
      if (told === null) throw error;
      return reply.code(400).send({ code: 'BAD_USER_INPUT', message: told });
    }
  });
}

const viewerOf = ({ viewer }: FastifyRequest): Viewer => viewer;

const sendTable = (reply: FastifyReply, name: string, csv: string) =>
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(csv);

/** What a client can mend; `null`: a fault of ours. */
function mistakeOf(error: unknown): string | null {
  if (error instanceof GraphQLError) return error.message;
  if (!(error instanceof z.ZodError)) return null;
  return error.issues.map(({ path, message }) => `${path.join('.') || 'query'}: ${message}`).join('; ');
}
