import { graphql } from '../graphql.ts';

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
    query Inbox($bucket: InboxBucket!, $organisationId: ID, $search: String, $first: Int!, $after: String) {
      inbox(bucket: $bucket, organisationId: $organisationId, search: $search, first: $first, after: $after) {
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
  query InboxNews($bucket: InboxBucket!, $organisationId: ID, $search: String, $first: Int!) {
    inbox(bucket: $bucket, organisationId: $organisationId, search: $search, first: $first) {
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

export const InboxCountersDocument = graphql(`
  query InboxCounters($organisationId: ID) {
    inboxCounters(organisationId: $organisationId) {
      toVerify
      new
      waitingForUs
      waitingForCitizen
      overdue
      done
    }
  }
`);
