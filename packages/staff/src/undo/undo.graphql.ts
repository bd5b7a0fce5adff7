import { graphql } from '../graphql.ts';

/** What the officer sent and may still take back, and what became of it. */
export const SentChangesDocument = graphql(`
  query SentChanges {
    viewerPendingChanges {
      requestKey
      reportId
      operation
      secondsLeft
      state
      refusalCode
      text
      report {
        id
        number
      }
    }
  }
`);

export const UndoChangeDocument = graphql(`
  mutation UndoChange($input: UndoChangeInput!) {
    result: undoChange(input: $input) {
      __typename
      ... on ChangeUndone {
        requestKey
        report {
          id
          number
        }
      }
      ... on TransitionRefused {
        code
      }
    }
  }
`);
