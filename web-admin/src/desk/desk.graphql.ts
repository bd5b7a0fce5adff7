import {
  ComparedFields,
  ReportClocksFields,
  ReportHeadFields,
  ReportHistoryFields,
  ReportTextFields,
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

/** What the queue is made of by now, and the day of the viewer; asked for beside it so that it does not move. */
export const QueueNewsDocument = graphql(`
  query QueueNews($first: Int!) {
    deskDay {
      decided
      medianSeconds
      officers
    }
    verificationQueue(first: $first) {
      edges {
        node {
          id
          number
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

// What is answered names no report: urql would ask anew for everything that shows one.
export const LeaseReportsDocument = graphql(`
  mutation LeaseReports($input: LeaseReportsInput!) {
    result: leaseReports(input: $input) {
      __typename
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
        viewerCanRedact
        ...ReportHeadFields
        ...ReportTextFields
        ...VerificationFields
        ...ComparedFields
        ...ReportHistoryFields
        ...ReportClocksFields
      }
    }
  `,
  [
    ReportHeadFields,
    ReportTextFields,
    VerificationFields,
    ComparedFields,
    ReportHistoryFields,
    ReportClocksFields,
  ],
);
