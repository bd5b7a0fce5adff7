import { graphql, type ResultOf } from '../../graphql.ts';
import { StateFigures, StepShare, TimeFigures } from '../showing/figures.graphql.ts';

/** Provinces, or the regencies and cities of one. */
export const SituationMapDocument = graphql(
  `
    query SituationMap(
      $period: FigurePeriodInput!
      $before: FigurePeriodInput!
      $compare: Boolean!
      $filter: FigureFilterInput
      $province: ID!
      $regionCode: ID
      $inProvince: Boolean!
    ) {
      province: region(code: $province) @include(if: $inProvince) {
        code
        name
      }
      regions: reportFigures(period: $period, by: REGION, filter: $filter, orderBy: RECEIVED, first: 100) {
        asOf
        isComplete
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
              ...StepShare
            }
          }
        }
      }
      open: openFigures(by: REGION, regionCode: $regionCode, first: 100) {
        edges {
          node {
            key
            region {
              code
              name
            }
            open
            overdue
            overdueRate
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
  [StateFigures, StepShare, TimeFigures],
);

export type MapData = ResultOf<typeof SituationMapDocument>;
type Node = MapData['regions']['edges'][number]['node'];
/** A region with the figures of the period and what is open in it now. */
export type RegionRow = Node & { open: MapData['open']['edges'][number]['node'] | null };
