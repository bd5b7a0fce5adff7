import { ChangeOutcome } from '../../decisions/outcome.graphql.ts';
import { graphql } from '../../graphql.ts';

/** What the buttons above a report need. */
export const ReportActionsFields = graphql(`
  fragment ReportActionsFields on Report {
    id
    number
    title
    state
    class
    isAnonymous
    isConfidential
    isPublished
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
    viewerCanRedact
    viewerCanAssign
    viewerCanMarkDuplicate
    viewerCanUnmarkDuplicate
    viewerCanWithhold
    viewerCanRelease
  }
`);

/** Who helps with a report now. */
export const CoHandlersDocument = graphql(`
  query CoHandlers($number: String!) {
    report(number: $number) {
      id
      handler {
        id
        name
      }
      assignments {
        role
        organisation {
          id
          name
        }
      }
    }
  }
`);

/** By what the category map names units for a report. */
export const DisposalFactsDocument = graphql(`
  query DisposalFacts($number: String!) {
    report(number: $number) {
      id
      category {
        id
        path
      }
      region {
        code
      }
    }
  }
`);

/** Which report another one follows. */
export const MasterDocument = graphql(`
  query Master($number: String!) {
    report(number: $number) {
      id
      state
      master {
        id
        number
        title
      }
    }
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

export const AssignCoHandlersDocument = graphql(
  `
    mutation AssignCoHandlers($input: AssignCoHandlersInput!) {
      result: assignCoHandlers(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const MarkDuplicateDocument = graphql(
  `
    mutation MarkDuplicate($input: MarkDuplicateInput!) {
      result: markDuplicate(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const UnmarkDuplicateDocument = graphql(
  `
    mutation UnmarkDuplicate($input: UnmarkDuplicateInput!) {
      result: unmarkDuplicate(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const WithholdReportDocument = graphql(
  `
    mutation WithholdReport($input: WithholdReportInput!) {
      result: withholdReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const ReleaseReportDocument = graphql(
  `
    mutation ReleaseReport($input: ReleaseReportInput!) {
      result: releaseReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);
