import { graphql } from '../graphql.ts';

export const SessionDocument = graphql(`
  query Session {
    viewerOfficer {
      id
      name
      posts {
        role
        organisation {
          id
          name
          acronym
          timeZone
          hasDirectVerification
          isConnected
          childCount
          government {
            id
            name
          }
        }
      }
    }
  }
`);
