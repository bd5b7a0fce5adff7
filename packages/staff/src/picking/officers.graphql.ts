import { graphql } from '../graphql.ts';

export const FindOfficersDocument = graphql(`
  query FindOfficers($filter: OfficerFilter!, $first: Int!) {
    officers(filter: $filter, first: $first) {
      edges {
        node {
          id
          name
          posts {
            id
            role
            organisation {
              id
              name
              acronym
            }
          }
        }
      }
    }
  }
`);
