import { graphql } from '../graphql.ts';

export const FindOrganisationsDocument = graphql(`
  query FindOrganisations($filter: OrganisationFilter!, $first: Int!) {
    organisations(filter: $filter, first: $first) {
      edges {
        node {
          id
          name
          acronym
          kind
          isStaffed
          isTemplate
          status
          ancestors {
            id
            name
          }
          region {
            code
            name
          }
        }
      }
    }
  }
`);
