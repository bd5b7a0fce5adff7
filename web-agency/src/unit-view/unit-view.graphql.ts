import { graphql } from '../graphql.ts';

const FiguresOfUnit = graphql(`
  fragment FiguresOfUnit on Figures @_unmask {
    received
    completed
    followUpRate
    averageRating
    rated
    satisfiedRate
    reopenRate
    toFollowUp {
      medianDaysWithOpen
      medianDays
      ninetiethPercentileDays
    }
    steps {
      onTime
      late
      onTimeRate
    }
  }
`);

const OpenOfUnit = graphql(`
  fragment OpenOfUnit on OpenFigures @_unmask {
    key
    open
    openUpTo7Days
    openUpTo30Days
    openUpTo60Days
    openLonger
    overdue
    overdueRate
    organisation {
      id
      name
      acronym
    }
  }
`);

/** Load, deadlines kept, ageing, speed and satisfaction of an organisation and of each unit right below it. */
export const UnitViewDocument = graphql(
  `
    query UnitView($organisationId: ID!, $period: FigurePeriodInput!) {
      organisation(id: $organisationId) {
        id
        name
        acronym
        ancestors {
          id
          name
        }
      }
      openTotal: openFigures(by: TOTAL, organisationId: $organisationId) {
        asOf
        edges {
          node {
            ...OpenOfUnit
          }
        }
      }
      openUnits: openFigures(by: UNIT, organisationId: $organisationId, first: 100) {
        edges {
          node {
            ...OpenOfUnit
          }
        }
        pageInfo {
          hasNextPage
        }
      }
      total: reportFigures(
        by: TOTAL
        filter: { organisationId: $organisationId }
        period: $period
        compare: true
      ) {
        edges {
          node {
            figures {
              ...FiguresOfUnit
            }
            previous {
              ...FiguresOfUnit
            }
          }
        }
      }
      units: reportFigures(
        by: UNIT
        filter: { organisationId: $organisationId }
        period: $period
        first: 100
        orderBy: RECEIVED
      ) {
        edges {
          node {
            key
            organisation {
              id
              name
              acronym
            }
            figures {
              ...FiguresOfUnit
            }
          }
        }
      }
    }
  `,
  [FiguresOfUnit, OpenOfUnit],
);
