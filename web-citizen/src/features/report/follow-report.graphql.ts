import { graphql } from '../../graphql.ts';

export const FollowReportDocument = graphql(`
  mutation FollowReport($reportId: ID!) {
    followReport(input: { reportId: $reportId }) {
      __typename
      ... on Followed {
        follow {
          id
          report {
            id
            viewerFollows
          }
        }
      }
    }
  }
`);

export const UnfollowReportDocument = graphql(`
  mutation UnfollowReport($reportId: ID!) {
    unfollowReport(input: { reportId: $reportId }) {
      __typename
      ... on Unfollowed {
        id
      }
    }
  }
`);
