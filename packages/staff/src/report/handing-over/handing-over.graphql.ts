import { ChangeOutcome } from '../../decisions/outcome.graphql.ts';
import { graphql, type ResultOf } from '../../graphql.ts';

export const HandOverFields = graphql(`
  fragment HandOverFields on Report {
    id
    number
    viewerCanHandOver
    handOvers {
      id
      state
      handedOverAt
      sentAt
      expiresAt
      openedAt
      answeredAt
      endedAt
      letterNeeded
      isOpen
      organisation {
        id
        name
      }
      standIn {
        id
        name
      }
    }
  }
`);

export const HandOverReportDocument = graphql(
  `
    mutation HandOverReport($input: HandOverReportInput!) {
      result: handOverReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const RevokeHandOverDocument = graphql(
  `
    mutation RevokeHandOver($input: RevokeHandOverInput!) {
      result: revokeHandOver(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

/** What is known before the letter is asked for, which is noted. */
export const LetterReportDocument = graphql(`
  query LetterReport($number: String!, $organisationId: ID!) {
    report(number: $number) {
      id
      number
      viewerCanHandOver
    }
    organisation(id: $organisationId) {
      id
      name
    }
  }
`);

export const PrintHandOverLetterDocument = graphql(`
  mutation PrintHandOverLetter($input: PrintHandOverLetterInput!) {
    result: printHandOverLetter(input: $input) {
      __typename
      ... on HandOverLetter {
        path
        handOver {
          id
          expiresAt
          handedOverAt
          organisation {
            id
            name
            timeZone
            head {
              title
              name
              address
            }
            government {
              id
              name
            }
          }
          standIn {
            id
            name
          }
        }
        report {
          id
          number
          submittedAt
          nextDueAt
        }
      }
    }
  }
`);

/** A letter as it is printed, once. */
export type Letter = Extract<
  ResultOf<typeof PrintHandOverLetterDocument>['result'],
  { __typename: 'HandOverLetter' }
>;
