import { ChangeOutcome } from '../../decisions/outcome.graphql.ts';
import { graphql } from '../../graphql.ts';

export const AnswerFields = graphql(`
  fragment AnswerFields on Report {
    id
    state
    isConfidential
    handler {
      id
    }
    assignments {
      organisation {
        id
      }
    }
    clocks {
      id
      kind
      status
    }
    viewerCanAnswer
    viewerCanRequestInformation
    viewerCanReply
    viewerCanDispose
  }
`);

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
