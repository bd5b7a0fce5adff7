import { graphql } from '../graphql.ts';

export const OverviewDocument = graphql(`
  query Overview {
    nationalOverview {
      asOf
      receivedToday
      receivedThisMonth
      completedThisMonth
      overdue
      open
      byState {
        state
        count
      }
      byDay {
        date
        received
        completed
      }
      topAgencies {
        organisation {
          id
          name
        }
        received
        followedUp
        overdue
      }
    }
  }
`);
