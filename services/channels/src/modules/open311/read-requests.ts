import { z } from 'zod';
import { isOneDay } from './moments.ts';
import type { Clock } from '@lapor/clock';
import type { Asker, GraphClient } from '../graph/index.ts';
import { fault, type Answer, type Fault } from './answer.ts';
import { jurisdiction, publishedReport, publishedReports } from './documents.graphql.ts';
import { metresBetween, boundsAround } from './near.ts';
import { CLOSED_STATES, OPEN_STATES, reportShape, showRequest, type ReadReport } from './show-request.ts';

export interface ReadDeps {
  graph: GraphClient;
  clock: Clock;
  publicUrl: string;
}

const DAY = 86_400_000;
/** The standard's own: a search spans so much, and gives no more. */
const LONGEST_DAYS = 90;
const MOST = 1_000;
const MOST_NUMBERS = 10;
/** One request of nobody in particular keeps so many questions to the platform under way. */
const AT_ONCE = 5;
const PAGE = 100;

const moment = z
  .string()
  .refine(
    (text) => z.iso.datetime({ offset: true }).safeParse(text).success || isOneDay(text),
    'A W3C date and time',
  )
  .transform((text) => new Date(text));
const list = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((one) => one.trim()))].filter(Boolean));
const decimal = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,7}(\.\d{1,15})?$/, 'A number')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'A number')
    .transform(Number)
    .pipe(z.number().min(1).max(most));

export const filterShape = z
  .object({
    service_request_id: list.optional(),
    service_code: list.optional(),
    start_date: moment.optional(),
    end_date: moment.optional(),
    updated_after: moment.optional(),
    updated_before: moment.optional(),
    status: list.pipe(z.array(z.enum(['open', 'closed']))).optional(),
    page: whole(1_000).default(1),
    page_size: whole(PAGE).default(50),
    per_page: whole(PAGE).optional(),
    lat: decimal(-90, 90).optional(),
    long: decimal(-180, 180).optional(),
    radius: decimal(1, 50_000).default(1_000),
    q: z.string().max(200).optional(),
  })
  .refine(({ lat, long }) => (lat === undefined) === (long === undefined), {
    path: ['lat'],
    error: 'Together with long',
  });
export type Filter = z.output<typeof filterShape>;

const pageShape = z.object({
  publicReports: z.object({
    edges: z.array(z.object({ node: reportShape })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

/** Below which organisation to look; `null`: in the whole country. A fault: there is none of this name. */
export async function readJurisdiction(
  { graph, publicUrl }: Pick<ReadDeps, 'graph' | 'publicUrl'>,
  id: string | undefined,
  asker: Asker,
): Promise<{ organisationId: string | null } | Fault> {
  if (!id || id === new URL(publicUrl).hostname) return { organisationId: null };
  const shape = z.object({ organisation: z.object({ id: z.string() }).nullable() });
  const { organisation } = await graph.ask(jurisdiction, { id: id.slice(0, 200) }, shape, asker);
  return organisation ? { organisationId: organisation.id } : fault(404, 'jurisdiction_id was not found');
}

/** Published reports that fit, newest first; those that are asked for by number in place of everything else. */
export async function listRequests(
  deps: ReadDeps,
  filter: Filter,
  organisationId: string | null,
  extensions: boolean,
  asker: Asker,
): Promise<Answer> {
  const show = (report: ReadReport) => showRequest(report, deps.publicUrl, extensions);
  if (filter.service_request_id) {
    if (filter.service_request_id.length > MOST_NUMBERS)
      return fault(400, `service_request_id: ${MOST_NUMBERS} at most`);
    const numbers = filter.service_request_id;
    const found: (ReadReport | null)[] = [];
    for (let from = 0; from < numbers.length; from += AT_ONCE)
      found.push(
        ...(await Promise.all(
          numbers.slice(from, from + AT_ONCE).map((number) => findReport(deps, number, asker)),
        )),
      );
    return {
      status: 200,
      root: 'service_requests',
      values: found.filter((report) => report !== null).map(show),
    };
  }
  const end = filter.end_date ?? deps.clock.now();
  const start = filter.start_date ?? new Date(end.getTime() - LONGEST_DAYS * DAY);
  if (start > end) return fault(400, 'start_date is after end_date');
  if (end.getTime() - start.getTime() > (LONGEST_DAYS + 1) * DAY)
    return fault(400, `start_date and end_date: ${LONGEST_DAYS} days at most`);
  const size = filter.per_page ?? filter.page_size;
  const wanted = Math.min(filter.page * size, MOST);
  const found: ReadReport[] = [];
  let after: string | null = null;
  // A report is published after it was filed: what was published before the first day was filed before it.
  for (let read = 0; read < MOST && found.length < wanted; read += PAGE) {
    const { publicReports }: z.output<typeof pageShape> = await deps.graph.ask(
      publishedReports,
      { filter: graphFilter(filter, organisationId, start), first: PAGE, after },
      pageShape,
      asker,
    );
    found.push(
      ...publicReports.edges.map(({ node }) => node).filter((report) => fits(report, filter, start, end)),
    );
    after = publicReports.pageInfo.endCursor;
    if (!publicReports.pageInfo.hasNextPage || after === null) break;
  }
  return {
    status: 200,
    root: 'service_requests',
    values: found.slice((filter.page - 1) * size, wanted).map(show),
  };
}

/** What the graph itself can look for. */
function graphFilter(
  { service_code: codes, status, lat, long, radius, q }: Filter,
  organisationId: string | null,
  start: Date,
) {
  const isOpen = status?.includes('open');
  const isClosed = status?.includes('closed');
  return {
    from: new Date(start.getTime() - DAY).toISOString().slice(0, 10),
    ...(organisationId ? { organisationId } : {}),
    ...(codes?.length === 1 ? { categoryId: codes[0] } : {}),
    ...(isOpen === isClosed ? {} : { states: isOpen ? OPEN_STATES : CLOSED_STATES }),
    ...(lat !== undefined && long !== undefined ? { bounds: boundsAround(lat, long, radius) } : {}),
    ...(q ? { search: q } : {}),
  };
}

function fits(report: ReadReport, filter: Filter, start: Date, end: Date): boolean {
  const submitted = new Date(report.submittedAt);
  const updated = new Date(report.updatedAt);
  const { lat, long, radius, service_code: codes, updated_after: after, updated_before: before } = filter;
  return (
    submitted >= start &&
    submitted <= end &&
    (!codes || codes.includes(report.category?.id ?? '')) &&
    (!after || updated > after) &&
    (!before || updated <= before) &&
    (lat === undefined ||
      long === undefined ||
      (report.point !== null && metresBetween({ latitude: lat, longitude: long }, report.point) <= radius))
  );
}

/** One published report; `null`: there is none that everybody may read. */
export async function findReport(
  { graph }: ReadDeps,
  number: string,
  asker: Asker,
): Promise<ReadReport | null> {
  if (!/^\d{8}$/.test(number)) return null;
  const { report } = await graph.ask(
    publishedReport,
    { number },
    z.object({ report: reportShape.nullable() }),
    asker,
  );
  // The graph gives nothing else to somebody without a name; looked at again all the same.
  return report && report.isPublished && !report.isConfidential ? report : null;
}
