import { graphql } from '../../graphql.ts';
import { FiguresFragment } from '../figures/figures.graphql.ts';

export const StatisticsDocument = graphql(
  `
    query Statistics($period: FigurePeriodInput!) {
      total: reportFigures(period: $period, by: TOTAL, compare: true) {
        asOf
        isComplete
        edges {
          node {
            figures {
              ...GroupFigures
            }
            previous {
              received
              followUpRate
              completionRate
            }
          }
        }
      }
      activityFigures(period: $period, by: MONTH) {
        from
        received
        followedUp
        completed
      }
      categories: reportFigures(period: $period, by: CATEGORY, orderBy: RECEIVED, first: 10) {
        totalCount
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
              completionRate
            }
          }
        }
      }
      regions: reportFigures(period: $period, by: REGION, orderBy: FOLLOW_UP_RATE, first: 100) {
        edges {
          node {
            key
            rank
            region {
              code
              name
            }
            figures {
              received
              followUpRate
              completionRate
              averageRating
              toFollowUp {
                medianDays
              }
            }
          }
        }
      }
    }
  `,
  [FiguresFragment],
);
