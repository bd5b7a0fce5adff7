import { graphql } from '../../graphql.ts';

export const SituationRefusalsDocument = graphql(`
  query SituationRefusals(
    $period: FigurePeriodInput!
    $before: FigurePeriodInput!
    $compare: Boolean!
    $months: FigurePeriodInput!
    $governmentId: ID
    $filter: FigureFilterInput
    $reasons: Boolean!
  ) {
    total: reportFigures(period: $period, filter: $filter) {
      asOf
      isComplete
      edges {
        node {
          key
          figures {
            received
            archived
          }
        }
      }
    }
    earlier: reportFigures(period: $before, filter: $filter) @include(if: $compare) {
      edges {
        node {
          key
          figures {
            received
            archived
          }
        }
      }
    }
    archiveFigures(period: $period, governmentId: $governmentId) @include(if: $reasons) {
      reason
      count
    }
    hopFigures(period: $months, first: 100) {
      edges {
        node {
          from {
            id
            name
          }
          to {
            id
            name
          }
          count
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
