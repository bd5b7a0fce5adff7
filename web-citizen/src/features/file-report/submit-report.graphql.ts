import { graphql } from '../../graphql.ts';

export const SubmitReportDocument = graphql(`
  mutation SubmitReport($input: SubmitReportInput!) {
    submitReport(input: $input) {
      __typename
      ... on ReportSubmitted {
        accessCode
        report {
          id
          number
          submittedAt
        }
      }
      ... on InvalidInput {
        fields {
          path
          code
        }
      }
      ... on SubmissionConflict {
        code
      }
      ... on TooManyRequests {
        retryAfterSeconds
        challenge {
          challenge
        }
      }
    }
  }
`);
