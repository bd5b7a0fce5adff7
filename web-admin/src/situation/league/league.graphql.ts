import { graphql, type ResultOf } from '../../graphql.ts';
import { StateFigures, StepShare, TimeFigures } from '../showing/figures.graphql.ts';

export const LeagueRows = graphql(
  `
    fragment LeagueRows on FigureConnection @_unmask {
      isComplete
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
  `,
  [StateFigures, StepShare, TimeFigures],
);

/** Governments or K/L of one kind, each group of like size on its own: the one that was chosen, or all of them to find one that holds any. */
export const SituationLeagueDocument = graphql(
  `
    query SituationLeague(
      $period: FigurePeriodInput!
      $filter: FigureFilterInput!
      $orderBy: FigureOrder!
      $first: Int!
      $sedang: Boolean!
      $besar: Boolean!
      $kecil: Boolean!
      $sedangLeast: Int!
      $sedangMost: Int!
      $besarLeast: Int!
      $kecilLeast: Int!
      $kecilMost: Int!
    ) {
      sedang: reportFigures(
        period: $period
        by: GOVERNMENT
        filter: $filter
        orderBy: $orderBy
        receivedAtLeast: $sedangLeast
        receivedAtMost: $sedangMost
        first: $first
      ) @include(if: $sedang) {
        ...LeagueRows
      }
      besar: reportFigures(
        period: $period
        by: GOVERNMENT
        filter: $filter
        orderBy: $orderBy
        receivedAtLeast: $besarLeast
        first: $first
      ) @include(if: $besar) {
        ...LeagueRows
      }
      kecil: reportFigures(
        period: $period
        by: GOVERNMENT
        filter: $filter
        orderBy: $orderBy
        receivedAtLeast: $kecilLeast
        receivedAtMost: $kecilMost
        first: $first
      ) @include(if: $kecil) {
        ...LeagueRows
      }
    }
  `,
  [LeagueRows],
);

export type LeagueTable = ResultOf<typeof LeagueRows>;
export type LeagueRow = LeagueTable['edges'][number]['node'];
