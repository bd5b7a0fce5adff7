import { graphql, type ResultOf } from '../../graphql.ts';
import { StateFigures, StepShare, TimeFigures } from '../showing/figures.graphql.ts';

export const SituationOverviewDocument = graphql(
  `
    query SituationOverview(
      $period: FigurePeriodInput!
      $before: FigurePeriodInput!
      $compare: Boolean!
      $filter: FigureFilterInput
      $series: FigurePeriodInput!
      $step: FigureDimension!
      $organisationId: ID
      $regionCode: ID
      $byOrganisation: Boolean!
      $ofCountry: Boolean!
      $byCategory: Boolean!
    ) {
      total: reportFigures(period: $period, filter: $filter) {
        asOf
        isComplete
        edges {
          node {
            key
            figures {
              ...StateFigures
              toFollowUp {
                ...TimeFigures
              }
              steps {
                onTime
                late
                onTimeRate
                byStep {
                  step
                  onTime
                  late
                  onTimeRate
                }
              }
            }
          }
        }
      }
      earlier: reportFigures(period: $before, filter: $filter) @include(if: $compare) {
        edges {
          node {
            key
            figures {
              ...StateFigures
              toFollowUp {
                ...TimeFigures
              }
              ...StepShare
            }
          }
        }
      }
      activity: activityFigures(period: $series, by: $step, organisationId: $organisationId)
        @include(if: $byOrganisation) {
        from
        received
        completed
      }
      open: openFigures(organisationId: $organisationId, regionCode: $regionCode) {
        edges {
          node {
            key
            open
            overdue
            overdueRate
          }
        }
      }
      categories: reportFigures(period: $period, by: CATEGORY, filter: $filter, orderBy: RECEIVED, first: 6)
        @include(if: $byCategory) {
        edges {
          node {
            key
            category {
              id
              name
            }
            figures {
              received
              followUpRate
            }
          }
        }
      }
      oversightCounts @include(if: $ofCountry) {
        state
        count
      }
      burstFigures @include(if: $ofCountry) {
        category {
          id
          name
        }
        region {
          code
          name
        }
        count
        usual
      }
    }
  `,
  [StateFigures, StepShare, TimeFigures],
);

export type Overview = ResultOf<typeof SituationOverviewDocument>;
