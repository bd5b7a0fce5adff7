/** Reads the graph as somebody without a session. Parts that cannot be read are missing; `null` when nothing can. */
export type PublicGraph = (
  document: string,
  variables: Record<string, unknown>,
) => Promise<Record<string, unknown> | null>;

/** A report that everybody may read. */
export interface PublicReport {
  number: string;
  title: string;
  text: string;
  submittedAt: string;
  placeName: string | null;
}

const REPORT = /* GraphQL */ `
  query CitizenPageReport($number: String!) {
    report(number: $number) {
      number
      title
      text
      submittedAt
      isPublished
      isConfidential
      region {
        fullName
      }
    }
  }
`;

const PAGE = /* GraphQL */ `
  query CitizenSitemap($after: String) {
    publicReports(first: 100, after: $after) {
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

/** A published report by number; `null` for every other, whatever it is. */
export async function findPublicReport(graph: PublicGraph, number: string): Promise<PublicReport | null> {
  const data = await graph(REPORT, { number });
  const report = data?.report as
    | (Flags & { title: string; text: string; submittedAt: unknown; region: { fullName: string } | null })
    | null
    | undefined;
  if (!report || !isPublic(report)) return null;
  return {
    number: report.number,
    title: report.title,
    text: report.text,
    submittedAt: instantOf(report.submittedAt),
    placeName: report.region?.fullName ?? null,
  };
}

/** A line of the sitemap. */
export interface ListedReport {
  number: string;
  updatedAt: string;
}

const PAGES = 10;

/** The latest 1,000 published reports at most; `null` when the graph does not answer. */
export async function listPublicReports(graph: PublicGraph): Promise<ListedReport[] | null> {
  const listed: ListedReport[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const data = await graph(PAGE, { after });
    const connection = data?.publicReports as
      | {
          edges: { node: Flags & { updatedAt: unknown } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        }
      | null
      | undefined;
    if (!connection) return page ? listed : null;
    for (const { node } of connection.edges) {
      if (isPublic(node)) listed.push({ number: node.number, updatedAt: instantOf(node.updatedAt) });
    }
    if (!connection.pageInfo.hasNextPage) break;
    after = connection.pageInfo.endCursor;
  }
  return listed;
}

// In one process an instant may still be a Date.
const instantOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));
