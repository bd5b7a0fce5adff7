import { graphql } from '../graphql.ts';

/** What would come of one thing done to many reports. */
export const PreviewBulkDocument = graphql(`
  query PreviewBulk($action: BulkAction!, $reportIds: [ID!]!, $templateId: ID) {
    previewBulk(action: $action, reportIds: $reportIds, templateId: $templateId) {
      reportId
      wouldChange
      code
      text
      report {
        id
        number
        title
        state
        version
      }
    }
  }
`);

export const ApplyBulkDocument = graphql(`
  mutation ApplyBulk($input: ApplyBulkInput!) {
    result: applyBulk(input: $input) {
      __typename
      ... on BulkApplied {
        changedCount
        outcomes {
          reportId
          isChanged
          code
          report {
            id
            state
          }
        }
      }
      ... on InvalidInput {
        fields {
          path
          code
        }
      }
    }
  }
`);

/** Templates by which a unit answers. */
export const BulkTemplatesDocument = graphql(`
  query BulkTemplates($organisationId: ID!) {
    answerTemplates(organisationId: $organisationId) {
      id
      title
      kind
    }
  }
`);
