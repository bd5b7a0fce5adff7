import { graphql } from '../../graphql.ts';

// Every change of a report answers the same union, under the same alias, so that one hook reads them all.
export const ChangeResultFragment = graphql(`
  fragment ChangeResult on ChangeReportResult @_unmask {
    __typename
    ... on ReportChanged {
      report {
        id
        state
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
      }
    }
    ... on TransitionRefused {
      code
    }
    ... on StaleReport {
      version
      entriesSince {
        id
      }
    }
  }
`);

export const ConfirmReportDocument = graphql(
  `
    mutation ConfirmReport($input: ConfirmReportInput!) {
      result: confirmReport(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);

export const DisputeReportDocument = graphql(
  `
    mutation DisputeReport($input: DisputeReportInput!) {
      result: disputeReport(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);

export const ReplyToReportDocument = graphql(
  `
    mutation ReplyToReport($input: ReplyToReportInput!) {
      result: replyToReport(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);

export const CompleteReportDataDocument = graphql(
  `
    mutation CompleteReportData($input: CompleteReportDataInput!) {
      result: completeReportData(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);

export const RateReportDocument = graphql(
  `
    mutation RateReport($input: RateReportInput!) {
      result: rateReport(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);

export const WithdrawReportDocument = graphql(
  `
    mutation WithdrawReport($input: WithdrawReportInput!) {
      result: withdrawReport(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);

export const AppealArchiveDocument = graphql(
  `
    mutation AppealArchive($input: AppealArchiveInput!) {
      result: appealArchive(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);

export const RemoveFlagDocument = graphql(
  `
    mutation RemoveFlag($input: RemoveFlagInput!) {
      result: removeFlag(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);

export const ReplyPrivatelyDocument = graphql(
  `
    mutation ReplyPrivately($input: ReplyPrivatelyInput!) {
      result: replyPrivately(input: $input) {
        ...ChangeResult
      }
    }
  `,
  [ChangeResultFragment],
);
