import { graphql } from '../graphql.ts';

export const OrganisationRowFields = graphql(`
  fragment OrganisationRowFields on Organisation @_unmask {
    id
    name
    acronym
    kind
    status
    isConnected
    isTemplate
    childCount
  }
`);

export const OrganisationListDocument = graphql(
  `
    query OrganisationList($filter: OrganisationFilter!, $first: Int!, $after: String) {
      organisations(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...OrganisationRowFields
            ancestors {
              id
              name
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [OrganisationRowFields],
);

export const OrganisationDocument = graphql(
  `
    query OrganisationDetail($id: ID!) {
      organisation(id: $id) {
        ...OrganisationRowFields
        timeZoneLabel
        hasDirectVerification
        ancestors {
          id
          name
        }
        parent {
          id
          name
        }
        government {
          id
          name
        }
        region {
          code
          fullName
        }
        children(first: 20) {
          edges {
            node {
              id
              name
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  `,
  [OrganisationRowFields],
);
