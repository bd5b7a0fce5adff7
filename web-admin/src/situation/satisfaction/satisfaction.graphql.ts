import { graphql } from '../../graphql.ts';
import { OpinionFigures } from '../showing/figures.graphql.ts';

export const SituationSatisfactionDocument = graphql(
  `
    query SituationSatisfaction(
      $period: FigurePeriodInput!
      $before: FigurePeriodInput!
      $compare: Boolean!
      $filter: FigureFilterInput
      $byCategory: Boolean!
    ) {
      total: reportFigures(period: $period, filter: $filter) {
        asOf
        isComplete
        edges {
          node {
            key
            figures {
              ...OpinionFigures
            }
          }
        }
      }
      earlier: reportFigures(period: $before, filter: $filter) @include(if: $compare) {
        edges {
          node {
            key
            figures {
              ...OpinionFigures
            }
          }
        }
      }
      categories: reportFigures(period: $period, by: CATEGORY, filter: $filter, orderBy: RECEIVED, first: 50)
        @include(if: $byCategory) {
        edges {
          node {
            key
            category {
              id
              name
            }
            figures {
              ...OpinionFigures
            }
          }
        }
      }
    }
  `,
  [OpinionFigures],
);
