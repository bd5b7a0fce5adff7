import { graphql } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';

export const MyReportsDocument = graphql(
  `
    query MyReports($after: String) {
      myReports(first: 12, after: $after) {
        edges {
          node {
            id
            ...ReportCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ReportCardFragment],
);
