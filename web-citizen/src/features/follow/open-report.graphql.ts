import { graphql } from '../../graphql.ts';

export const OpenReportDocument = graphql(`
  mutation OpenReport($number: String!, $accessCode: String!) {
    openReport(input: { number: $number, accessCode: $accessCode }) {
      __typename
      ... on ReportOpened {
        grant
        grantExpiresAt
        report {
          id
          number
        }
      }
      ... on TooManyRequests {
        retryAfterSeconds
      }
    }
  }
`);
