import { graphql } from '../../graphql.ts';
import { DueFields } from '../clocks/clocks.graphql.ts';

export const AttachmentFields = graphql(`
  fragment AttachmentFields on Attachment @_unmask {
    id
    fileName
    mediaType
    sizeBytes
    scanState
    url
    isSealedAway
    thumbnailUrl
  }
`);

export const ReportHeadFields = graphql(
  `
    fragment ReportHeadFields on Report {
      number
      title
      state
      kind
      class
      isAnonymous
      isConfidential
      isPublished
      returnCount
      rating
      programmes {
        id
        name
      }
      nextClock {
        ...DueFields
        isEstimated
      }
    }
  `,
  [DueFields],
);

export const ReportTextFields = graphql(
  `
    fragment ReportTextFields on Report {
      id
      kind
      text
      channel
      submittedAt
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
        isSensitive
        identityRequirement
      }
      suggestedOrganisation {
        id
        name
      }
      assignments {
        role
        organisation {
          id
          name
        }
      }
      reporterLabel
      isAnonymous
      supportCount
      missingData
      viewerCanRevealIdentity
      attachments {
        ...AttachmentFields
      }
    }
  `,
  [AttachmentFields],
);

export const SimilarReportsFields = graphql(`
  fragment SimilarReportsFields on Report {
    similarReports(first: 5) {
      id
      number
      title
      state
      submittedAt
      handler {
        id
        name
      }
    }
  }
`);
