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
    query SituationAgeing($organisationId: ID, $by: FigureDimension!) {
      total: openFigures(organisationId: $organisationId) {
        asOf
        edges {
          node {
            ...AgeFields
          }
        }
      }
      parts: openFigures(by: $by, organisationId: $organisationId, first: 50) {
        edges {
          node {
            ...AgeFields
            organisation {
              id
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
