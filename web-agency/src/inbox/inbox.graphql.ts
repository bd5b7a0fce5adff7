import { graphql } from '../graphql.ts';
import { SavedFilterFields } from './saved-filters.graphql.ts';

export const InboxRowFields = graphql(`
  fragment InboxRowFields on Report @_unmask {
    id
    number
    title
    state
    submittedAt
    isAnonymous
    isConfidential
    returnCount
    nextDueAt
    category {
      id
      name
    }
    handler {
      id
      name
      acronym
    }
    region {
      code
      name
    }
    attachments {
      id
    }
    oversight {
      state
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
  }
`);

export const InboxDocument = graphql(
  `
    query Inbox(
      $bucket: InboxBucket!
      $organisationId: ID
      $search: String
      $filter: ListFilterInput
      $first: Int!
      $after: String
    ) {
      inbox(
        bucket: $bucket
        organisationId: $organisationId
        search: $search
        filter: $filter
        first: $first
        after: $after
      ) {
        edges {
          node {
            ...InboxRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [InboxRowFields],
);

/** What a box holds by now, asked for beside the list so that it does not move. */
export const InboxNewsDocument = graphql(`
  query InboxNews(
    $bucket: InboxBucket!
    $organisationId: ID
    $search: String
    $filter: ListFilterInput
    $first: Int!
  ) {
    inbox(bucket: $bucket, organisationId: $organisationId, search: $search, filter: $filter, first: $first) {
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

/** Who works on what at the desk of an agency that verifies for itself; asked for beside the list so that it does not move. */
export const DeskLeasesDocument = graphql(`
  query DeskLeases($organisationId: ID!, $first: Int!) {
    inbox(bucket: TO_VERIFY, organisationId: $organisationId, first: $first) {
      edges {
        node {
          id
          lease {
            isViewers
            officer {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** What stands in the rail beside the page: how many wait in each box, and the filters that the officer keeps. */
export const InboxCountersDocument = graphql(
  `
    query InboxCounters($organisationId: ID!) {
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
    }
  `,
  [SavedFilterFields],
);

/** Cases of the Ombudsman by state; of another service than the boxes, so that its absence costs this figure alone. */
export const OverseenCountDocument = graphql(`
  query OverseenCount($isOverseen: Boolean!) {
    oversightCounts @include(if: $isOverseen) {
      state
      count
    }
  }
`);
