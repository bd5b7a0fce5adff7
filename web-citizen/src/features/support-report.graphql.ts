import { graphql } from '../graphql.ts';

/** "Saya juga mengalami". */
export const SupportReportDocument = graphql(`
  mutation SupportReport($reportId: ID!) {
    supportReport(input: { reportId: $reportId }) {
      __typename
      ... on ReportChanged {
        report {
          id
          supportCount
          viewerHasSupported
        }
      }
    }
  }
`);
