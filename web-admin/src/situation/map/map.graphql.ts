import { graphql, type ResultOf } from '../../graphql.ts';
import { StateFigures, TimeFigures } from '../showing/figures.graphql.ts';

/** Provinces, or the regencies and cities of one. */
export const SituationMapDocument = graphql(
  `
    query SituationMap(
      $period: FigurePeriodInput!
      $before: FigurePeriodInput!
      $compare: Boolean!
      $filter: FigureFilterInput
      $province: ID!
      $inProvince: Boolean!
    ) {
      province: region(code: $province) @include(if: $inProvince) {
        code
        name
      }
      regions: reportFigures(period: $period, by: REGION, filter: $filter, orderBy: RECEIVED, first: 100) {
        asOf
        edges {
          node {
            key
            region {
              code
              name
            }
            figures {
              ...StateFigures
              averageRating
              rated
              toFollowUp {
                ...TimeFigures
              }
            }
          }
        }
      }
      earlier: reportFigures(period: $before, by: REGION, filter: $filter, orderBy: RECEIVED, first: 100)
        @include(if: $compare) {
        edges {
          node {
            key
            figures {
              received
              followUpRate
              completionRate
            }
          }
        }
      }
    }
  `,
  [StateFigures, TimeFigures],
);

export type MapData = ResultOf<typeof SituationMapDocument>;
export type RegionRow = MapData['regions']['edges'][number]['node'];
