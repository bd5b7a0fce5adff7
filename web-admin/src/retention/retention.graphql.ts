import { ChangeFaults } from '@lapor/staff/documents';
import { graphql } from '../graphql.ts';

const RetentionRuleFields = graphql(`
  fragment RetentionRuleFields on RetentionRule @_unmask {
    name
    action
    kinds
    ends
    days
    since
    planned {
      days
      startsOn
    }
    changes {
      id
      days
      startsOn
      reason
      decree
      enteredAt
      by {
        id
        name
      }
    }
  }
`);

/** The rules alone. */
export const RetentionDocument = graphql(
  `
    query Retention {
      retentionRules {
        ...RetentionRuleFields
      }
    }
  `,
  [RetentionRuleFields],
);

/** The page as it is opened. */
export const RetentionPageDocument = graphql(
  `
    query RetentionPage($first: Int!) {
      retentionRules {
        ...RetentionRuleFields
      }
      retentionRuns(first: $first) {
        edges {
          node {
            id
            day
            rule
            since
            count
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [RetentionRuleFields],
);

export const RetentionRunsDocument = graphql(`
  query RetentionRuns($first: Int!, $after: String) {
    retentionRuns(first: $first, after: $after) {
      edges {
        node {
          id
          day
          rule
          since
          count
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PreviewRetentionDocument = graphql(
  `
    query PreviewRetention($input: PreviewRetentionInput!) {
      result: previewRetentionChange(input: $input) {
        __typename
        ... on RetentionPreviewed {
          effect {
            count
            countWithout
            daysWithout
          }
        }
        ...ChangeFaults
      }
    }
  `,
  [ChangeFaults],
);

export const ChangeRetentionDocument = graphql(
  `
    mutation ChangeRetention($input: ChangeRetentionInput!) {
      result: changeRetention(input: $input) {
        __typename
        ... on RetentionChanged {
          rule {
            ...RetentionRuleFields
          }
        }
        ...ChangeFaults
      }
    }
  `,
  [RetentionRuleFields, ChangeFaults],
);
