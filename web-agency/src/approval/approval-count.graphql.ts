import { graphql } from '../graphql.ts';

/** How many answers wait for this officer, as far as a number in the menu tells apart. */
export const ApprovalCountDocument = graphql(`
  query ApprovalCount($organisationId: ID!, $first: Int!, $approves: Boolean!) {
    answersToApprove(organisationId: $organisationId, first: $first) @include(if: $approves) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
