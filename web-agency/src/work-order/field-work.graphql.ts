import { graphql } from '../graphql.ts';
import { WorkOrderFields } from './work-order.graphql.ts';

/** Orders for whoever works in the field of a unit. */
export const MyWorkOrdersDocument = graphql(`
  query MyWorkOrders($openOnly: Boolean!, $first: Int!, $after: String) {
    myWorkOrders(openOnly: $openOnly, first: $first, after: $after) {
      edges {
        node {
          id
          number
          task
          placeText
          dueOn
          state
          organisation {
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
`);

export const WorkOrderDocument = graphql(
  `
    query WorkOrder($id: ID!) {
      workOrder(id: $id) {
        ...WorkOrderFields
      }
    }
  `,
  [WorkOrderFields],
);
