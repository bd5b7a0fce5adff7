import { decodeCursor, pageOf } from '@lapor/subgraph';
import type { ReportsContext } from '../../context.ts';
import type { Report, ReportConnection } from './graphql.ts';
import { toReport } from './mapper.ts';
import type { ReportRow } from './read-model.ts';
import type { After } from './repository.ts';
import { reportId } from './validation.ts';

/** A page has at least one row and at most a hundred. */
export const pageSize = (first: number): number => Math.min(Math.max(first, 1), 100);

/** As PostgreSQL or JavaScript writes an instant; what waits for no clock stands at `infinity`. */
const INSTANT = /^(infinity|\d{4,6}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00))$/;

/** The position of a cursor of an instant and an id; one that is none of ours begins anew. */
export function afterOf(cursor: string | null | undefined): After | null {
  const [at, id] = decodeCursor(cursor) ?? [];
  const isOurs =
    typeof at === 'string' &&
    INSTANT.test(at) &&
    (at === 'infinity' || !Number.isNaN(Date.parse(at.replace('+00', 'Z')))) &&
    reportId.safeParse(id).success;
  return isOurs ? { at, id: id as string } : null;
}

/** A row as the viewer of the request sees it. */
export const show =
  ({ viewer, deps }: ReportsContext) =>
  (row: ReportRow): Report | null =>
    toReport(row, viewer, deps);

/** A page of reports from rows that were asked for with one more than its size. */
export function connection<Row extends ReportRow>(
  context: ReportsContext,
  rows: readonly Row[],
  size: number,
  cursorOf: (row: Row) => string,
): ReportConnection {
  const page = pageOf(rows, size, cursorOf, show(context));
  // The statements select what the viewer may read; the policy has the last word all the same.
  return {
    ...page,
    edges: page.edges.filter((edge): edge is { cursor: string; node: Report } => edge.node !== null),
  };
}
