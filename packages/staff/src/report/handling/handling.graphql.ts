import { ChangeOutcome } from '../../decisions/outcome.graphql.ts';
import { graphql } from '../../graphql.ts';
import { AttachmentFields } from '../reading/report-reading.graphql.ts';

export const OrderFields = graphql(
  `
    fragment OrderFields on WorkOrder @_unmask {
      id
      number
      task
      placeText
      dueOn
      state
      expiresAt
      organisation {
        id
        name
      }
      fieldOfficer {
        id
        name
      }
      evidence {
        id
        at
        note
        officer {
          id
          name
        }
        files {
          ...AttachmentFields
        }
      }
    }
  `,
  [AttachmentFields],
);

/** What may be done around the handling, and how many orders there are; the page reads the rest anyway. */
export const ReportHandlingFields = graphql(`
  fragment ReportHandlingFields on Report {
    id
    number
    viewerCanAssign
    viewerAnswersByHandOver
    workOrders {
      id
      state
    }
  }
`);

/** What was sent into the field for a report; asked for when somebody looks. */
export const ReportWorkOrdersDocument = graphql(
  `
    query ReportWorkOrders($number: String!) {
      report(number: $number) {
        id
        workOrders {
          ...OrderFields
        }
      }
    }
  `,
  [OrderFields],
);

export const ChangeLeadDocument = graphql(
  `
    mutation ChangeLead($input: ChangeLeadInput!) {
      result: changeLead(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const CreateWorkOrderDocument = graphql(`
  mutation CreateWorkOrder($input: CreateWorkOrderInput!) {
    result: createWorkOrder(input: $input) {
      __typename
      ... on WorkOrderCreated {
        path
        report {
          id
        }
        workOrder {
          id
          number
          expiresAt
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
    }
  }
`);

export const CancelWorkOrderDocument = graphql(`
  mutation CancelWorkOrder($input: CancelWorkOrderInput!) {
    result: cancelWorkOrder(input: $input) {
      __typename
      ... on WorkOrderChanged {
        workOrder {
          id
          state
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
`);

/** Who can be sent: people in the field of one unit. */
export const FieldOfficersDocument = graphql(`
  query FieldOfficers($organisationId: ID!) {
    officers(filter: { withinId: $organisationId, roles: [FIELD_OFFICER], states: [ACTIVE] }, first: 100) {
      edges {
        node {
          id
          name
          posts {
            id
            role
            organisation {
              id
            }
          }
        }
      }
    }
  }
`);
