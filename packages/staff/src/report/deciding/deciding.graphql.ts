import { ChangeOutcome } from '../../decisions/outcome.graphql.ts';
import { graphql } from '../../graphql.ts';

/** What the buttons above a report need. */
export const ReportActionsFields = graphql(`
  fragment ReportActionsFields on Report {
    id
    number
    state
    class
    isAnonymous
    isConfidential
    returnCount
    handler {
      id
      name
    }
    category {
      id
      identityRequirement
    }
    viewerCanPostpone
    viewerCanArchive
    viewerCanReclassify
    viewerCanDispose
    viewerCanReturn
    viewerCanProposeClosing
    viewerCanClose
    viewerCanFlag
  }
`);

export const PostponeReportDocument = graphql(
  `
    mutation PostponeReport($input: PostponeReportInput!) {
      result: postponeReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const ArchiveReportDocument = graphql(
  `
    mutation ArchiveReport($input: ArchiveReportInput!) {
      result: archiveReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const ReclassifyReportDocument = graphql(
  `
    mutation ReclassifyReport($input: ReclassifyReportInput!) {
      result: reclassifyReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const DisposeReportDocument = graphql(
  `
    mutation DisposeReport($input: DisposeReportInput!) {
      result: disposeReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const ReturnReportDocument = graphql(
  `
    mutation ReturnReport($input: ReturnReportInput!) {
      result: returnReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const ProposeClosingDocument = graphql(
  `
    mutation ProposeClosing($input: ProposeClosingInput!) {
      result: proposeClosing(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const CloseReportDocument = graphql(
  `
    mutation CloseReport($input: CloseReportInput!) {
      result: closeReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const FlagReportDocument = graphql(
  `
    mutation FlagReport($input: FlagReportInput!) {
      result: flagReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);
