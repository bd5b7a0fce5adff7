import { graphql } from '../graphql.ts';

/** What the units right below one carry now, and how soon they took up what came in a period. */
export const UnitLoadDocument = graphql(`
  query UnitLoad($organisationId: ID!, $period: FigurePeriodInput!) {
    openFigures(by: UNIT, organisationId: $organisationId, first: 100) {
      edges {
        node {
          key
          open
          overdue
        }
      }
    }
    reportFigures(by: UNIT, filter: { organisationId: $organisationId }, period: $period, first: 100) {
      edges {
        node {
          key
          figures {
            toFollowUp {
              medianDays
              medianDaysWithOpen
            }
          }
        }
      }
    }
  }
`);
