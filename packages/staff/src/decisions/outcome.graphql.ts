import { graphql } from '../graphql.ts';

/** What every change of a report may come to. */
export const ChangeOutcome = graphql(`
  fragment ChangeOutcome on ChangeReportResult @_unmask {
    __typename
    ... on ReportChanged {
      report {
        id
        number
        state
      }
    }
    ... on ReportOutOfSight {
      wentTo
      organisation {
        id
        name
      }
    }
    ... on ChangePending {
      requestKey
      appliesAt
    }
    ... on InvalidInput {
      fields {
        path
        code
      }
    }
    ... on TransitionRefused {
      code
      state
    }
    ... on ReportLeased {
      until
      officer {
        id
        name
      }
    }
    ... on StaleReport {
      version
      entriesSince {
        id
        kind
        actorKind
        reasonCode
        officer {
          id
          name
        }
        organisation {
          id
          name
        }
        toOrganisation {
          id
          name
        }
      }
    }
  }
`);
