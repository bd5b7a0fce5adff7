import { graphql } from '../graphql.ts';

export const AuditEntriesDocument = graphql(`
  query AuditEntries($filter: AuditFilter!, $first: Int!, $after: String) {
    auditEntries(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          at
          action
          actor {
            id
            name
          }
          officer {
            id
            name
          }
          organisation {
            id
            name
          }
          facts {
            name
            value
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

export const ReportAuditDocument = graphql(`
  query ReportAudit($filter: ReportAuditFilter!, $first: Int!, $after: String) {
    reportAuditEntries(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          at
          action
          actorKind
          apiKeyId
          reportNumber
          actor {
            id
            name
          }
          organisation {
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

/** Who somebody is whom the address or the log of accounts names by id. */
export const OfficerNameDocument = graphql(`
  query OfficerName($id: ID!) {
    officer(id: $id) {
      id
      name
    }
  }
`);
