import { graphql } from '../../graphql.ts';
import { StateFigures } from '../showing/figures.graphql.ts';

/** Main categories, or those right below one. */
export const SituationCategoriesDocument = graphql(
  `
    query SituationCategories(
      $period: FigurePeriodInput!
      $before: FigurePeriodInput!
      $compare: Boolean!
      $filter: FigureFilterInput
      $above: ID!
      $inCategory: Boolean!
    ) {
      above: category(id: $above) @include(if: $inCategory) {
        id
        name
        path
        parent {
          id
          name
        }
      }
      categories: reportFigures(
        period: $period
        by: CATEGORY
        filter: $filter
        orderBy: RECEIVED
        first: 100
      ) {
        asOf
        isComplete
        edges {
          node {
            key
            category {
              id
              name
            }
            figures {
              ...StateFigures
            }
          }
        }
      }
      earlier: reportFigures(period: $before, by: CATEGORY, filter: $filter, orderBy: RECEIVED, first: 100)
        @include(if: $compare) {
        edges {
          node {
            key
            figures {
              received
            }
          }
        }
      }
    }
  `,
  [StateFigures],
);
