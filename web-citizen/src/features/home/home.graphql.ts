import { graphql } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';

export const LatestReportsDocument = graphql(
  `
    query LatestReports {
      publicReports(first: 3) {
        edges {
          node {
            id
            ...ReportCard
          }
        }
      }
    }
  `,
  [ReportCardFragment],
);

export const MonthDocument = graphql(`
  query Month {
    publicStatistics {
      asOf
      receivedThisMonth
      followedUpPercent
      medianFollowUpDays
    }
  }
`);
