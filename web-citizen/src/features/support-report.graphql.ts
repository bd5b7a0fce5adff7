import { graphql } from '../graphql.ts';

const SupportedReport = graphql(`
  fragment SupportedReport on ChangeReportResult @_unmask {
    __typename
    ... on ReportChanged {
      report {
        id
        supportCount
        viewerHasSupported
      }
    }
  }
`);

/** "Saya juga mengalami". */
export const SupportReportDocument = graphql(
  `
    mutation SupportReport($reportId: ID!, $requestKey: ID) {
      result: supportReport(input: { reportId: $reportId, requestKey: $requestKey }) {
        ...SupportedReport
      }
    }
  `,
  [SupportedReport],
);

/** Takes it back. */
export const WithdrawSupportDocument = graphql(
  `
    mutation WithdrawSupport($reportId: ID!, $requestKey: ID) {
      result: withdrawSupport(input: { reportId: $reportId, requestKey: $requestKey }) {
        ...SupportedReport
      }
    }
  `,
  [SupportedReport],
);
