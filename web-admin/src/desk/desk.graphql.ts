import {
  ReportClocksFields,
  ReportHeadFields,
  ReportHistoryFields,
  ReportTextFields,
  SimilarReportsFields,
  VerificationFields,
} from '@lapor/staff/documents';
import { graphql } from '../graphql.ts';

export const QueueDocument = graphql(`
  query VerificationQueue($first: Int!, $after: String) {
    verificationQueue(first: $first, after: $after) {
      edges {
        node {
          id
          number
          title
          channel
          submittedAt
          isConfidential
          returnCount
          lease {
            isViewers
            officer {
              id
              name
            }
          }
          nextClock {
            kind
            status
            urgency
            workingDaysLeft
            dueOn
            timeZone
            explanation {
              unit
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What the queue is made of by now, asked for beside it so that it does not move. */
export const QueueNewsDocument = graphql(`
  query QueueNews($first: Int!) {
    verificationQueue(first: $first) {
      edges {
        node {
          id
          lease {
            isViewers
            officer {
              id
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const DeskReportDocument = graphql(
  `
    query DeskReport($number: String!) {
      report(number: $number) {
        id
        number
        title
        version
        state
        viewerCanVerify
        viewerCanPostpone
        viewerCanArchive
        ...ReportHeadFields
        ...ReportTextFields
        ...VerificationFields
        ...SimilarReportsFields
        ...ReportHistoryFields
        ...ReportClocksFields
      }
    }
  `,
  [
    ReportHeadFields,
    ReportTextFields,
    VerificationFields,
    SimilarReportsFields,
    ReportHistoryFields,
    ReportClocksFields,
  ],
);
