import { graphql } from '../../graphql.ts';

export const OrganisationNameDocument = graphql(`
  query OrganisationName($id: ID!) {
    organisation(id: $id) {
      id
      name
      government {
        id
        name
      }
    }
  }
`);
