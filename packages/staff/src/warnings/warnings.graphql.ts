import { graphql } from '../graphql.ts';

export const WarningRowFields = graphql(`
  fragment WarningRowFields on Warning @_unmask {
    id
    kind
    clockKind
    at
    dueOn
    organisation {
      id
      name
    }
    report {
      id
      number
      title
      isConfidential
    }
  }
`);

export const WarningsDocument = graphql(
  `
    query Warnings($organisationId: ID, $first: Int!, $after: String) {
      warnings(organisationId: $organisationId, first: $first, after: $after) {
        edges {
          node {
            ...WarningRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [WarningRowFields],
);
