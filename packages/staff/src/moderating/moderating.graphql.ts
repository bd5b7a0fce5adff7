import { ChangeOutcome } from '../decisions/outcome.graphql.ts';
import { graphql, type ResultOf } from '../graphql.ts';

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

/** Reports that look like junk for one reason. */
export type Group = ResultOf<typeof JunkGroupFields>;
export type Suspected = Group['reports'][number];

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

const ModerationLogPage = graphql(`
  fragment ModerationLogPage on ModerationLogEntryConnection @_unmask {
    edges {
      node {
        id
        day
        kind
        rule
        reportNumber
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
`);

const ModerationCountsFields = graphql(`
  fragment ModerationCountsFields on ModerationCounts @_unmask {
    heldNow
    overdueNow
    rows {
      kind
      rule
      count
    }
  }
`);

/** The page as it is opened: the counts and the beginning of the log. */
export const ModerationPageDocument = graphql(
  `
    query ModerationPage(
      $first: Int!
      $kind: ModerationKind
      $rule: ModerationRule
      $from: LocalDate!
      $until: LocalDate!
    ) {
      moderationLog(first: $first, kind: $kind, rule: $rule) {
        ...ModerationLogPage
      }
      moderationCounts(from: $from, until: $until) {
        ...ModerationCountsFields
      }
    }
  `,
  [ModerationLogPage, ModerationCountsFields],
);

export const ModerationLogDocument = graphql(
  `
    query ModerationLog($first: Int!, $after: String, $kind: ModerationKind, $rule: ModerationRule) {
      moderationLog(first: $first, after: $after, kind: $kind, rule: $rule) {
        ...ModerationLogPage
      }
    }
  `,
  [ModerationLogPage],
);

export const ModerationCountsDocument = graphql(
  `
    query ModerationCounts($from: LocalDate!, $until: LocalDate!) {
      moderationCounts(from: $from, until: $until) {
        ...ModerationCountsFields
      }
    }
  `,
  [ModerationCountsFields],
);
