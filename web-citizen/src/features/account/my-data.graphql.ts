import { graphql } from '../../graphql.ts';

/** All that a reporter may read of the own reports, for the file to keep. */
export const MyDataDocument = graphql(`
  query MyData($after: String) {
    myReports(first: 20, after: $after) {
      edges {
        node {
          id
          number
          title
          text
          kind
          class
          state
          channel
          submittedAt
          updatedAt
          occurredOn
          placeText
          point {
            latitude
            longitude
          }
          region {
            code
            fullName
          }
          category {
            id
            path
          }
          suggestedOrganisation {
            id
            name
          }
          handler {
            id
            name
          }
          isAnonymous
          isConfidential
          isPublished
          reporterLabel
          supportCount
          missingData
          archiveCode
          closingCode
          rating
          attachments {
            id
            fileName
            mediaType
            sizeBytes
            url
          }
          history {
            id
            kind
            at
            actorKind
            stateAfter
            text
            reasonCode
            promisedOn
            noProofReason
            organisation {
              id
              name
            }
            toOrganisation {
              id
              name
            }
            attachments {
              id
              fileName
              mediaType
              sizeBytes
              url
            }
          }
          identityReveals {
            at
            reason
            organisation {
              id
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
