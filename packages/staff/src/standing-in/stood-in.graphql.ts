import { graphql } from '../graphql.ts';

export const StoodInRowFields = graphql(`
  fragment StoodInRowFields on Report @_unmask {
    id
    number
    title
    state
    isConfidential
    nextDueAt
    region {
      code
      name
    }
    nextClock {
      kind
      status
      urgency
      workingDaysLeft
      dueOn
      timeZone
      explanation {
        unit
      }
    }
    viewerCanHandOver
    handOvers {
      id
      state
      handedOverAt
      letterNeeded
      isOpen
      organisation {
        id
        name
      }
    }
  }
`);

export const StoodInReportsDocument = graphql(
  `
    query StoodInReports($organisationId: ID, $letterNeeded: Boolean!, $first: Int!, $after: String) {
      stoodInReports(
        organisationId: $organisationId
        letterNeeded: $letterNeeded
        first: $first
        after: $after
      ) {
        edges {
          node {
            ...StoodInRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [StoodInRowFields],
);
