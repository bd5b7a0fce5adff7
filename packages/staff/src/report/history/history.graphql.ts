import { ChangeOutcome } from '../../decisions/outcome.graphql.ts';
import { graphql } from '../../graphql.ts';
import { AttachmentFields } from '../reading/report-reading.graphql.ts';

export const HistoryFields = graphql(
  `
    fragment HistoryFields on HistoryEntry @_unmask {
      id
      kind
      at
      actorKind
      officer {
        id
        name
      }
      onBehalfOf {
        id
        name
      }
      organisation {
        id
        name
      }
      toOrganisation {
        id
        name
      }
      text
      stateAfter
      reasonCode
      promisedOn
      noProofReason
      correctedBy {
        id
        text
        at
      }
      attachments {
        ...AttachmentFields
      }
    }
  `,
  [AttachmentFields],
);

export const ReportHistoryFields = graphql(
  `
    fragment ReportHistoryFields on Report {
      id
      viewerCanCorrect
      history {
        ...HistoryFields
      }
    }
  `,
  [HistoryFields],
);

/** Other words for an answer that was sent; both versions stay. */
export const CorrectAnswerDocument = graphql(
  `
    mutation CorrectAnswer($input: CorrectAnswerInput!) {
      result: correctAnswer(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);
