import { DueFields } from '@lapor/staff/documents';
import { graphql } from '../graphql.ts';

export const CountedRowFields = graphql(
  `
    fragment CountedRowFields on Report @_unmask {
      id
      number
      title
      state
      isConfidential
      submittedAt
      region {
        code
        name
      }
      handler {
        id
        name
      }
      nextClock {
        ...DueFields
      }
    }
  `,
  [DueFields],
);

export const CountedReportsDocument = graphql(
  `
    query CountedReports($filter: CountedReportFilter!, $first: Int!, $after: String) {
      countedReports(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...CountedRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CountedRowFields],
);
