import { graphql } from '../../graphql.ts';

export const ClaimReportDocument = graphql(`
  mutation ClaimReport($number: String!, $accessCode: String!) {
    result: claimReport(input: { number: $number, accessCode: $accessCode }) {
      __typename
      ... on ReportChanged {
        report {
          id
          number
          title
        }
      }
    }
  }
`);
