import { graphql } from '../../graphql.ts';
import { ErasureWishFragment } from '../report/erasure-wish.graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';

/** Of an own report that waits for its reporter: for what. */
export const WaitingReportFragment = graphql(`
  fragment WaitingReport on Report {
    id
    number
    title
    state
    missingData
    closesAutomaticallyAt
    region {
      code
      timeZone
    }
    handler {
      id
      name
    }
  }
`);

/** A page of the own reports; the first brings along what waits for the reporter. */
export const MyReportsDocument = graphql(
  `
    query MyReports($after: String, $isFirst: Boolean!) {
      waiting: myReports(first: 20, waitsForMe: true) @include(if: $isFirst) {
        edges {
          node {
            id
            ...WaitingReport
          }
        }
      }
      myReports(first: 12, after: $after) {
        edges {
          node {
            id
            ...ReportCard
            ...ErasureWish
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ReportCardFragment, WaitingReportFragment, ErasureWishFragment],
);
