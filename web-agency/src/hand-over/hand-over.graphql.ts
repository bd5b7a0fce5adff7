import { graphql } from '../graphql.ts';

const HandedOverAttachment = graphql(`
  fragment HandedOverAttachment on Attachment @_unmask {
    id
    fileName
    mediaType
    sizeBytes
    url
    isSealedAway
    thumbnailUrl
  }
`);

export const HandedOverFields = graphql(
  `
    fragment HandedOverFields on Report @_unmask {
      id
      number
      version
      title
      text
      state
      isConfidential
      submittedAt
      occurredOn
      placeText
      nextDueAt
      viewerCanAnswer
      region {
        code
        fullName
      }
      category {
        id
        path
      }
      attachments {
        ...HandedOverAttachment
      }
      nextClock {
        kind
        status
        urgency
        workingDaysLeft
        dueOn
        timeZone
        explanation {
          unit
        }
      }
      history {
        id
        kind
        at
        actorKind
        text
        promisedOn
        noProofReason
        reasonCode
        organisation {
          id
          name
        }
        toOrganisation {
          id
          name
        }
        attachments {
          ...HandedOverAttachment
        }
      }
    }
  `,
  [HandedOverAttachment],
);

export const OpenHandOverDocument = graphql(
  `
    mutation OpenHandOver($input: OpenHandOverInput!) {
      result: openHandOver(input: $input) {
        __typename
        ... on HandOverOpened {
          grant
          grantExpiresAt
          handOver {
            id
            expiresAt
            organisation {
              id
              name
              timeZone
            }
            standIn {
              id
              name
            }
          }
          report {
            ...HandedOverFields
          }
        }
        ... on TooManyRequests {
          retryAfterSeconds
        }
      }
    }
  `,
  [HandedOverFields],
);

export const AnswerByHandOverDocument = graphql(
  `
    mutation AnswerByHandOver($input: AnswerReportInput!) {
      result: answerReport(input: $input) {
        __typename
        ... on ReportChanged {
          report {
            ...HandedOverFields
          }
        }
        ... on InvalidInput {
          fields {
            path
            code
          }
        }
        ... on TransitionRefused {
          code
          state
        }
        ... on StaleReport {
          version
          entriesSince {
            id
            kind
            actorKind
            reasonCode
            organisation {
              id
              name
            }
            toOrganisation {
              id
              name
            }
          }
        }
      }
    }
  `,
  [HandedOverFields],
);

/** The report again: its clocks follow an answer within a few seconds. */
export const HandedOverReportDocument = graphql(
  `
    query HandedOverReport($number: String!) {
      report(number: $number) {
        ...HandedOverFields
      }
    }
  `,
  [HandedOverFields],
);
