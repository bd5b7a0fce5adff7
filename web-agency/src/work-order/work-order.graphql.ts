import { graphql } from '../graphql.ts';

export const WorkOrderFields = graphql(`
  fragment WorkOrderFields on WorkOrder @_unmask {
    id
    number
    task
    placeText
    dueOn
    state
    expiresAt
    point {
      latitude
      longitude
    }
    organisation {
      id
      name
      timeZone
    }
    evidence {
      id
      at
      note
      files {
        id
        fileName
        mediaType
        sizeBytes
        url
        isSealedAway
        thumbnailUrl
      }
    }
  }
`);

export const OpenWorkOrderDocument = graphql(
  `
    mutation OpenWorkOrder($input: OpenWorkOrderInput!) {
      result: openWorkOrder(input: $input) {
        __typename
        ... on WorkOrderOpened {
          grant
          workOrder {
            ...WorkOrderFields
          }
        }
        ... on TooManyRequests {
          retryAfterSeconds
        }
      }
    }
  `,
  [WorkOrderFields],
);

export const AddWorkOrderEvidenceDocument = graphql(
  `
    mutation AddWorkOrderEvidence($input: AddWorkOrderEvidenceInput!) {
      result: addWorkOrderEvidence(input: $input) {
        __typename
        ... on WorkOrderChanged {
          workOrder {
            ...WorkOrderFields
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
  [WorkOrderFields],
);

export const FinishWorkOrderDocument = graphql(
  `
    mutation FinishWorkOrder($input: FinishWorkOrderInput!) {
      result: finishWorkOrder(input: $input) {
        __typename
        ... on WorkOrderChanged {
          workOrder {
            ...WorkOrderFields
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
  [WorkOrderFields],
);
