import { graphql } from '../graphql.ts';

/** What the organisations in sight carry now, and how soon they take up what comes. */
export const UnitLoadDocument = graphql(`
  query UnitLoad($organisationIds: [ID!]!) {
    unitLoads(organisationIds: $organisationIds) {
      organisation {
        id
      }
      open
      overdue
      followUpDays
    }
  }
`);
