import { graphql } from '../../graphql.ts';
import { StateFigures } from '../showing/figures.graphql.ts';

export const SituationTrendDocument = graphql(
  `
    query SituationTrend(
      $period: FigurePeriodInput!
      $before: FigurePeriodInput!
      $compare: Boolean!
      $step: FigureDimension!
      $organisationId: ID
      $filter: FigureFilterInput
      $byOrganisation: Boolean!
      $parts: Boolean!
    ) {
      activity: activityFigures(period: $period, by: $step, organisationId: $organisationId)
        @include(if: $byOrganisation) {
        from
        received
        followedUp
        completed
        handedOver
      }
      cohort: reportFigures(period: $period, by: $step, filter: $filter, first: 100)
        @skip(if: $byOrganisation) {
        edges {
          node {
            key
            figures {
              received
              inProgress
              completed
            }
          }
        }
      }
      earlier: reportFigures(period: $before, by: $step, filter: $filter, first: 100) @include(if: $compare) {
        edges {
          node {
            key
            figures {
              received
            }
          }
        }
      }
      byKind: reportFigures(period: $period, by: KIND, filter: $filter, orderBy: RECEIVED)
        @include(if: $parts) {
        edges {
          node {
            key
            figures {
              ...StateFigures
            }
          }
        }
      }
      byClass: reportFigures(period: $period, by: CLASS, filter: $filter, orderBy: RECEIVED)
        @include(if: $parts) {
        edges {
          node {
            key
            figures {
              ...StateFigures
            }
          }
        }
      }
      byChannel: reportFigures(period: $period, by: CHANNEL, filter: $filter, orderBy: RECEIVED)
        @include(if: $parts) {
        edges {
          node {
            key
            figures {
              ...StateFigures
            }
          }
        }
      }
    }
  `,
  [StateFigures],
);
