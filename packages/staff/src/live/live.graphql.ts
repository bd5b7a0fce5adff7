import { graphql } from '../graphql.ts';

/** Who has a report open, and who verifies it; asked for beside the report, whose page must not move for it. */
export const CompanyDocument = graphql(`
  query Company($number: String!) {
    report(number: $number) {
      id
      version
      state
      lease {
        until
        isViewers
        officer {
          id
          name
        }
      }
      presence {
        activity
        officer {
          id
          name
        }
      }
    }
  }
`);

// What is answered names no report: urql would ask anew for everything that shows one.
export const MarkPresenceDocument = graphql(`
  mutation MarkPresence($input: MarkPresenceInput!) {
    result: markPresence(input: $input) {
      __typename
    }
  }
`);

export const LeaseReportDocument = graphql(`
  mutation LeaseReport($input: LeaseReportInput!) {
    result: leaseReport(input: $input) {
      __typename
      ... on InvalidInput {
        fields {
          path
          code
        }
      }
      ... on TransitionRefused {
        code
        state
      }
    }
  }
`);

export const ReleaseLeaseDocument = graphql(`
  mutation ReleaseLease($input: ReleaseLeaseInput!) {
    result: releaseLease(input: $input) {
      __typename
    }
  }
`);
