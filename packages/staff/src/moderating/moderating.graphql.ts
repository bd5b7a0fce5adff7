import { ChangeOutcome } from '../decisions/outcome.graphql.ts';
import { graphql } from '../graphql.ts';

export const JunkGroupFields = graphql(`
  fragment JunkGroupFields on JunkGroup @_unmask {
    id
    reason
    count
    openedAt
    newestAt
    reports {
      id
      number
      title
      text
      channel
      submittedAt
      isConfidential
      region {
        code
        fullName
      }
    }
  }
`);

export const JunkGroupsDocument = graphql(
  `
    query JunkGroups($first: Int!, $after: String) {
      junkGroups(first: $first, after: $after) {
        edges {
          node {
            ...JunkGroupFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [JunkGroupFields],
);

export const ArchiveJunkGroupDocument = graphql(`
  mutation ArchiveJunkGroup($input: ArchiveJunkGroupInput!) {
    result: archiveJunkGroup(input: $input) {
      __typename
      ... on JunkGroupArchived {
        archivedCount
        leftCount
        passedOverCount
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

export const ReleaseFromJunkDocument = graphql(
  `
    mutation ReleaseFromJunk($input: ReleaseFromJunkInput!) {
      result: releaseFromJunk(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const HeldRowFields = graphql(`
  fragment HeldRowFields on Report @_unmask {
    id
    number
    title
    state
    isConfidential
    withheldUntil
    region {
      code
      name
    }
    handler {
      id
      name
    }
    viewerCanRelease
  }
`);

export const HeldReportsDocument = graphql(
  `
    query HeldReports($first: Int!, $after: String) {
      heldReports(first: $first, after: $after) {
        edges {
          node {
            ...HeldRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [HeldRowFields],
);

export const ModerationLogDocument = graphql(`
  query ModerationLog($first: Int!, $after: String, $kind: ModerationKind, $rule: ModerationRule) {
    moderationLog(first: $first, after: $after, kind: $kind, rule: $rule) {
      edges {
        node {
          id
          day
          kind
          rule
          reportNumber
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ModerationCountsDocument = graphql(`
  query ModerationCounts($from: LocalDate!, $until: LocalDate!) {
    moderationCounts(from: $from, until: $until) {
      heldNow
      overdueNow
      rows {
        kind
        rule
        count
      }
    }
  }
`);
