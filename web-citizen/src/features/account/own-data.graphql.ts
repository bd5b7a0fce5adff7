import { graphql } from '../../graphql.ts';

/** Everything that is kept of the reporter: of one report, or of all of the account. */
export const ExportOwnDataDocument = graphql(`
  mutation ExportOwnData($reportId: ID) {
    result: exportOwnData(input: { reportId: $reportId }) {
      __typename
      ... on OwnDataExported {
        fileName
        mediaType
        content
      }
    }
  }
`);

export const EraseOwnDataDocument = graphql(`
  mutation EraseOwnData($reportId: ID!) {
    result: eraseOwnData(input: { reportId: $reportId }) {
      __typename
      ... on OwnDataErased {
        isErased
      }
    }
  }
`);
