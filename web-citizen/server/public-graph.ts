import { PUBLIC_REPORTS } from './plain/documents.ts';
import { findReport, type ShownReport } from './plain/following/report.ts';
import type { ListedForReaders } from './plain/public-list.ts';

/** Reads the graph as somebody without a session. Parts that cannot be read are missing; `null` when nothing can. */
export type PublicGraph = (
  document: string,
  variables: Record<string, unknown>,
) => Promise<Record<string, unknown> | null>;

/** One day's published reports, for the sitemap. */
export const SITEMAP_DAY = /* GraphQL */ `
  query CitizenSitemap($day: LocalDate!, $after: String) {
    publicReports(filter: { from: $day, until: $day }, first: 100, after: $after) {
      edges {
        node {
          number
          updatedAt
          isPublished
          isConfidential
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

interface Flags {
  number: string;
  isPublished: boolean;
  isConfidential: boolean;
}

// The graph gives the public nothing else; a page that search engines keep is worth a second look.
const isPublic = (report: Flags) => report.isPublished === true && report.isConfidential === false;

/** A published report by number; `null` for every other, whatever it is; `undefined` when the graph does not answer. */
export async function findPublicReport(
  graph: PublicGraph,
  number: string,
): Promise<ShownReport | null | undefined> {
  const report = await findReport(graph, number);
  return report && !isPublic(report) ? null : report;
}

/** The latest published reports, as their list shows them; none when the graph does not answer. */
export async function latestReports(graph: PublicGraph): Promise<ListedForReaders[]> {
  const data = await graph(PUBLIC_REPORTS, { filter: null, after: null });
  const connection = data?.publicReports as { edges: { node: ListedForReaders }[] } | null | undefined;
  return (connection?.edges ?? []).map(({ node }) => node);
}

/** A line of the sitemap. */
export interface ListedReport {
  number: string;
  updatedAt: string;
}

const PAGES = 20;

/** The published reports of one day, 2,000 at most; `null` when the graph does not answer. */
export async function listReportsOf(graph: PublicGraph, day: string): Promise<ListedReport[] | null> {
  const listed: ListedReport[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const data = await graph(SITEMAP_DAY, { day, after });
    const connection = data?.publicReports as
      | {
          edges: { node: Flags & { updatedAt: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        }
      | null
      | undefined;
    if (!connection) return page ? listed : null;
    for (const { node } of connection.edges) {
      if (isPublic(node)) listed.push({ number: node.number, updatedAt: node.updatedAt });
    }
    if (!connection.pageInfo.hasNextPage) break;
    after = connection.pageInfo.endCursor;
  }
  return listed;
}
