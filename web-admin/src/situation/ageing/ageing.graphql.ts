import { graphql } from '../../graphql.ts';

const AgeFields = graphql(`
  fragment AgeFields on OpenFigures @_unmask {
    key
    open
    openUpTo7Days
    openUpTo30Days
    openUpTo60Days
    openLonger
    overdue
    overdueRate
    overdueUpTo7Days
    overdueUpTo30Days
    overdueUpTo90Days
    overdueLonger
  }
`);

export const SituationAgeingDocument = graphql(
  `
    query SituationAgeing($organisationId: ID, $regionCode: ID, $by: FigureDimension!) {
      total: openFigures(organisationId: $organisationId, regionCode: $regionCode) {
        asOf
        edges {
          node {
            ...AgeFields
          }
        }
      }
      parts: openFigures(by: $by, organisationId: $organisationId, regionCode: $regionCode, first: 50) {
        edges {
          node {
            ...AgeFields
            organisation {
              id
              name
            }
            region {
              code
              name
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [AgeFields],
);
