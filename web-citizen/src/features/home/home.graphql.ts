import { graphql } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';

/** All that the first page asks, at once; its sections share the answer. */
export const HomeDocument = graphql(
  `
    query Home {
      publicReports(first: 3) {
        edges {
          node {
            id
            ...ReportCard
          }
        }
      }
      publicStatistics {
        asOf
        receivedThisMonth
        followedUpPercent
        medianFollowUpDays
      }
    }
  `,
  [ReportCardFragment],
);
