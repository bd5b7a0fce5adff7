import { graphql } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';
import { FiguresFragment } from '../figures/figures.graphql.ts';

/**
 * An agency's page in one request. Figures are open for whole governments and K/L only: of a unit they are refused, and with them the
 * answer, so `withFigures` says whether to ask.
 */
export const AgencyDocument = graphql(
  `
    query Agency(
      $id: ID!
      $period: FigurePeriodInput!
      $figureFilter: FigureFilterInput
      $reportFilter: PublicReportFilter
      $answeredFilter: PublicReportFilter
      $withFigures: Boolean!
    ) {
      organisation(id: $id) {
        id
        name
        acronym
        kind
        status
        address
        email
        phone
        website
        isStaffed
        hasDirectVerification
        childCount
        head {
          title
          name
        }
        region {
          code
          fullName
        }
        government {
          id
          name
          hasDirectVerification
        }
        ancestors {
          id
          name
        }
        successors {
          id
          name
        }
        children(first: 100) {
          edges {
            node {
              id
              name
            }
          }
        }
      }
      total: reportFigures(period: $period, by: TOTAL, filter: $figureFilter, compare: true)
        @include(if: $withFigures) {
        asOf
        edges {
          node {
            figures {
              ...GroupFigures
            }
            previous {
              received
              followUpRate
            }
          }
        }
      }
      activityFigures(period: $period, by: MONTH, organisationId: $id) @include(if: $withFigures) {
        from
        received
        completed
      }
      openFigures(by: TOTAL, organisationId: $id) @include(if: $withFigures) {
        asOf
        edges {
          node {
            open
            overdue
            overdueRate
            overdueUpTo7Days
            overdueUpTo30Days
            overdueUpTo90Days
            overdueLonger
          }
        }
      }
      reportFacets(filter: $reportFilter) {
        categories {
          category {
            id
            name
          }
          count
          isAtLeast
        }
      }
      newest: publicReports(filter: $reportFilter, first: 3) {
        edges {
          node {
            id
            ...ReportCard
          }
        }
      }
      answered: publicReports(filter: $answeredFilter, first: 3) {
        edges {
          node {
            id
            number
            title
            region {
              code
              timeZone
            }
            history {
              id
              kind
              at
              text
              organisation {
                id
                name
              }
            }
          }
        }
      }
    }
  `,
  [FiguresFragment, ReportCardFragment],
);

export const AgenciesDocument = graphql(`
  query Agencies($filter: OrganisationFilter, $after: String) {
    organisations(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          name
          acronym
          kind
          government {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
