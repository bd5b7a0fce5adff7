import { FrameFields } from '@lapor/staff/documents';
import { graphql } from '../graphql.ts';
import { SavedFilterFields } from '../inbox/saved-filters.graphql.ts';

/**
 * What stands around every page: how many wait in each box, the filters that the officer keeps, what waits for an approval, what the Ombudsman
 * watches, and what both consoles have.
 */
export const AgencyFrameDocument = graphql(
  `
    query AgencyFrame($organisationId: ID!, $first: Int!, $approves: Boolean!, $isOverseen: Boolean!) {
      inboxCounters(organisationId: $organisationId) {
        toVerify
        new
        waitingForUs
        waitingForCitizen
        overdue
        done
      }
      savedFilters(kind: INBOX) {
        ...SavedFilterFields
      }
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
      oversightCounts @include(if: $isOverseen) {
        state
        count
      }
      ...FrameFields
    }
  `,
  [SavedFilterFields, FrameFields],
);
