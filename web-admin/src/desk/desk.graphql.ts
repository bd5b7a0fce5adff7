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
