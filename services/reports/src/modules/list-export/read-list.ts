import type { Viewer } from '@lapor/viewer';
import { findCategories } from '../category/index.ts';
import { listCounted, reachOf } from '../counted/index.ts';
import { organisationNames } from '../organisation/index.ts';
import {
  inboxOrganisation,
  isDesk,
  listDesk,
  listInbox,
  type After,
  type ReportRow,
  type ReportsDependencies,
} from '../report/index.ts';
import { toReport } from '../report/graphql-index.ts';
import { narrowList } from '../search/index.ts';
import type { Names } from './columns.ts';
import type { ListRequest } from './list-request.ts';

/** A page of a list with the names of what stands in it. */
export interface ListPage {
  rows: ReportRow[];
  names: Names;
  /** The list goes on, and the table does not. */
  isCutOff: boolean;
}

const PAGE = 500;

/** As many as a table may have: what is beyond is left out, and said so. */
export const MOST_ROWS = 10_000;

/**
 * An officer's list page by page in its order, with the statements of the screens; the policy has the last word on each row. Three
 * statements a page.
 * @returns null for whom there is no such list.
 */
export function readList(
  deps: ReportsDependencies,
  viewer: Viewer,
  request: ListRequest,
): AsyncGenerator<ListPage> | null {
  const next = pageReader(deps, viewer, request);
  return next && pages(deps, viewer, next);
}

type NextPage = (after: After | null, limit: number) => Promise<(ReportRow & { cursor: string })[]>;

function pageReader(deps: ReportsDependencies, viewer: Viewer, request: ListRequest): NextPage | null {
  const { database, clock } = deps;
  if (request.list === 'COUNTED') {
    const reach = reachOf(viewer);
    if (!reach) return null;
    const until = clock.now();
    return async (after, limit) =>
      (await listCounted(database, request.counted, reach, until, after, limit)).map((row) => ({
        ...row,
        cursor: row.submitted_at.toISOString(),
      }));
  }
  const { search = null, filter = null } = request;
  const narrowed = narrowList(database, search, filter);
  // Whoever may read nothing waits for nothing.
  narrowed.catch(() => {});
  const now = clock.now();
  if (request.list === 'DESK') {
    if (!isDesk(viewer)) return null;
    return async (after, limit) =>
      (await listDesk(database, await narrowed, now, null, after, limit)).map((row) => ({
        ...row,
        cursor: row.submitted_at.toISOString(),
      }));
  }
  const organisationId = viewer.apiKey ? null : inboxOrganisation(viewer, request.organisationId);
  if (organisationId === null) return null;
  const { bucket } = request;
  return async (after, limit) => {
    const list = { organisationId, bucket, now, ...(await narrowed) };
    return (await listInbox(database, list, after, limit)).map((row) => ({ ...row, cursor: row.inbox_due }));
  };
}

async function* pages(deps: ReportsDependencies, viewer: Viewer, next: NextPage): AsyncGenerator<ListPage> {
  let after: After | null = null;
  for (let read = 0; read < MOST_ROWS; read += PAGE) {
    const page = await next(after, PAGE);
    const rows = page.filter((row) => toReport(row, viewer, deps) !== null);
    const isFull = page.length === PAGE;
    yield { rows, names: await namesOf(deps, rows), isCutOff: isFull && read + PAGE >= MOST_ROWS };
    const last = page.at(-1);
    if (!last || !isFull) return;
    after = { at: last.cursor, id: last.id };
  }
}

async function namesOf({ database }: ReportsDependencies, rows: readonly ReportRow[]): Promise<Names> {
  const of = (id: (row: ReportRow) => string | null) => [
    ...new Set(rows.map(id).filter((one) => one !== null)),
  ];
  const [categories, organisations] = await Promise.all([
    findCategories(
      database,
      of((row) => row.category_id),
    ),
    organisationNames(
      database,
      of((row) => row.lead_organisation_id),
    ),
  ]);
  return { categories: new Map(categories.map(({ id, name }) => [id, name])), organisations };
}
