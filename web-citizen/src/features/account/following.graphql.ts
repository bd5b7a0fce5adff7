import { graphql } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';

export const FollowFragment = graphql(
  `
    fragment ShownFollow on Follow {
      id
      followedAt
      report {
        id
        ...ReportCard
      }
      region {
        code
        fullName
      }
      category {
        id
        path
      }
    }
  `,
  [ReportCardFragment],
);

export const MyFollowingDocument = graphql(
  `
    query MyFollowing {
      myFollowing {
        ...ShownFollow
      }
    }
  `,
  [FollowFragment],
);

export const FollowAreaDocument = graphql(`
  mutation FollowArea($regionCode: ID!, $categoryId: ID) {
    result: followArea(input: { regionCode: $regionCode, categoryId: $categoryId }) {
      __typename
      ... on Followed {
        follow {
          id
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

export const UnfollowDocument = graphql(`
  mutation Unfollow($followId: ID!) {
    result: unfollow(input: { followId: $followId }) {
      __typename
    }
  }
`);

/** A report that was followed before, as the report's own page follows it. */
export const FollowReportAgainDocument = graphql(`
  mutation FollowReportAgain($reportId: ID!) {
    result: followReport(input: { reportId: $reportId }) {
      __typename
      ... on Followed {
        follow {
          id
        }
      }
    }
  }
`);
