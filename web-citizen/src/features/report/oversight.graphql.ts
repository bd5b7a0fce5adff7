import { graphql } from '../../graphql.ts';

/** What the Ombudsman does about the report; its reporter alone is told. */
export const OversightFragment = graphql(`
  fragment Oversight on Report {
    id
    viewerCanRequestOversight
    oversight {
      state
      openedAt
      openedBy
      office {
        id
        name
      }
      clarificationDueOn
      isClarificationMissed
      letterSentOn
      outcome
      wordsForReporter
    }
  }
`);

export const RequestOversightDocument = graphql(`
  mutation RequestOversight($input: RequestOversightInput!) {
    result: requestOversight(input: $input) {
      __typename
      ... on InvalidInput {
        fields {
          path
          code
        }
      }
      ... on ChangeRefused {
        code
      }
    }
  }
`);
