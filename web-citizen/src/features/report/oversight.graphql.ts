import { graphql } from '../../graphql.ts';

/** What the Ombudsman does about the own report; asked for by its reporter alone, after the page is there. */
export const ReportOversightDocument = graphql(`
  query ReportOversight($number: String!) {
    report(number: $number) {
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
