import { graphql } from '../../graphql.ts';

export const ModerationPageFragment = graphql(`
  fragment ModerationPage on ModerationLogEntryConnection @_unmask {
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

export const ModerationDocument = graphql(
  `
    query PublicModeration($from: LocalDate!, $until: LocalDate!) {
      moderationCounts(from: $from, until: $until) {
        heldNow
        overdueNow
        rows {
          kind
          rule
          count
        }
      }
      moderationLog(first: 20) {
        ...ModerationPage
      }
    }
  `,
  [ModerationPageFragment],
);

export const MoreModerationDocument = graphql(
  `
    query MoreModeration($after: String!) {
      moderationLog(first: 50, after: $after) {
        ...ModerationPage
      }
    }
  `,
  [ModerationPageFragment],
);
