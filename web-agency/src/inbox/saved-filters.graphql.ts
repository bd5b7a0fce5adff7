import { graphql } from '../graphql.ts';

export const SavedFilterFields = graphql(`
  fragment SavedFilterFields on SavedFilter @_unmask {
    id
    name
    values {
      bucket
      search
      states
      kinds
      categoryId
      regionCode
      organisationId
      dueWithinDays
      overdue
      coHandled
      confidential
      leadItself
      ageFromDays
      ageUntilDays
      from
      until
      rated
      stepOnTime
    }
  }
`);

export const SaveFilterDocument = graphql(
  `
    mutation SaveFilter($input: SaveFilterInput!) {
      result: saveFilter(input: $input) {
        __typename
        ... on FilterSaved {
          filter {
            ...SavedFilterFields
          }
        }
        ... on InvalidInput {
          fields {
            path
            code
          }
        }
      }
    }
  `,
  [SavedFilterFields],
);

export const DeleteFilterDocument = graphql(`
  mutation DeleteFilter($input: DeleteFilterInput!) {
    result: deleteFilter(input: $input) {
      __typename
      ... on FilterDeleted {
        id
      }
    }
  }
`);
