import { graphql } from '../graphql.ts';
import { DueFields } from '../report/clocks/clocks.graphql.ts';

export const StoodInRowFields = graphql(
  `
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
        ...DueFields
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
  `,
  [DueFields],
);

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
