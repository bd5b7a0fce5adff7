import { ChangeOutcome } from '../../decisions/outcome.graphql.ts';
import { graphql } from '../../graphql.ts';

export const KeptDraftFields = graphql(`
  fragment KeptDraftFields on AnswerDraft @_unmask {
    kind
    text
    promisedOn
    outcome
    obstacleReason
    noProofReason
    savedAt
  }
`);

/** What answering needs beside what the page reads anyway. */
export const AnswerFields = graphql(
  `
    fragment AnswerFields on Report {
      id
      handler {
        id
        name
      }
      # Which answers of each unit wait for approval.
      approvals: assignments {
        organisation {
          id
        }
        answerApproval {
          mode
          setBy {
            id
          }
        }
      }
      viewerDraft {
        ...KeptDraftFields
      }
      viewerCanAnswer
      viewerCanRequestInformation
      viewerCanReply
      viewerCanWriteToReporter
      viewerCanDispose
    }
  `,
  [KeptDraftFields],
);

// What is answered names no report: urql would ask anew for everything that shows one, with each pause in typing.
export const SaveAnswerDraftDocument = graphql(`
  mutation SaveAnswerDraft($input: SaveAnswerDraftInput!) {
    result: saveAnswerDraft(input: $input) {
      __typename
    }
  }
`);

export const DiscardAnswerDraftDocument = graphql(`
  mutation DiscardAnswerDraft($input: DiscardAnswerDraftInput!) {
    result: discardAnswerDraft(input: $input) {
      __typename
    }
  }
`);

/** A private word to the reporter, whom the officer need not know. */
export const WriteToReporterDocument = graphql(
  `
    mutation WriteToReporter($input: WriteToReporterInput!) {
      result: writeToReporter(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const AnswerReportDocument = graphql(
  `
    mutation AnswerReport($input: AnswerReportInput!) {
      result: answerReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const RequestInformationDocument = graphql(
  `
    mutation RequestInformation($input: RequestInformationInput!) {
      result: requestInformation(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const ReplyToReportDocument = graphql(
  `
    mutation ReplyToReport($input: ReplyToReportInput!) {
      result: replyToReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

/** When a report closes by itself if nothing follows a result given now. */
export const AutoCloseDayDocument = graphql(`
  query AutoCloseDay($startedAt: DateTime!, $timeZone: String!) {
    deadlinePreview(startedAt: $startedAt, rule: AUTO_CLOSE, timeZone: $timeZone) {
      dueOn
      isEstimated
    }
  }
`);
