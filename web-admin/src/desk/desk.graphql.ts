import {
  ComparedFields,
  ReportClocksFields,
  ReportHeadFields,
  ReportHistoryFields,
  ReportTextFields,
  VerificationFields,
} from '@lapor/staff/documents';
import type { FirstSight } from '@lapor/staff';
import { graphql, type ResultOf } from '../graphql.ts';

const QueuePage = graphql(`
  fragment QueuePage on ReportConnection @_unmask {
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
`);

export const QueueDocument = graphql(
  `
    query VerificationQueue($first: Int!, $after: String) {
      verificationQueue(first: $first, after: $after) {
        ...QueuePage
      }
    }
  `,
  [QueuePage],
);

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
      ... on LeasesTaken {
        reportIds
      }
    }
  }
`);

const DeskReportFields = graphql(
  `
    fragment DeskReportFields on Report @_unmask {
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

export type DeskReportData = ResultOf<typeof DeskReportFields>;

export const DeskReportDocument = graphql(
  `
    query DeskReport($number: String!) {
      report(number: $number) {
        ...DeskReportFields
      }
    }
  `,
  [DeskReportFields],
);

/** The desk as it is opened: the day of the viewer, the queue, and the report to begin with, which is the chosen one or the oldest that is free. */
export const DeskPageDocument = graphql(
  `
    query DeskPage($first: Int!, $number: String!, $isChosen: Boolean!) {
      deskDay {
        decided
        medianSeconds
        officers
      }
      verificationQueue(first: $first) {
        ...QueuePage
      }
      chosen: report(number: $number) @include(if: $isChosen) {
        ...DeskReportFields
      }
      free: verificationQueue(first: 1, availableOnly: true) @skip(if: $isChosen) {
        edges {
          node {
            ...DeskReportFields
          }
        }
      }
    }
  `,
  [QueuePage, DeskReportFields],
);

export type DeskSight = FirstSight<ResultOf<typeof DeskPageDocument>>;
