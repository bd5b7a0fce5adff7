import { graphql } from '../../graphql.ts';
import { StateFigures, StepShare, TimeFigures } from '../showing/figures.graphql.ts';

/** Governments or K/L of one kind and of like size. */
export const SituationLeagueDocument = graphql(
  `
    query SituationLeague(
      $period: FigurePeriodInput!
      $filter: FigureFilterInput!
      $orderBy: FigureOrder!
      $least: Int
      $most: Int
      $first: Int!
    ) {
      league: reportFigures(
        period: $period
        by: GOVERNMENT
        filter: $filter
        orderBy: $orderBy
        receivedAtLeast: $least
        receivedAtMost: $most
        first: $first
      ) {
        asOf
        totalCount
        edges {
          node {
            key
            rank
            organisation {
              id
              name
            }
            figures {
              ...StateFigures
              averageRating
              rated
              reopenRate
              ...StepShare
              toFollowUp {
                ...TimeFigures
              }
            }
          }
        }
      }
    }
  `,
  [StateFigures, StepShare, TimeFigures],
);
