import { ChangeOutcome } from '../../decisions/outcome.graphql.ts';
import { graphql } from '../../graphql.ts';

export const VerificationFields = graphql(`
  fragment VerificationFields on Report {
    id
    number
    kind
    class
    title
    text
    isConfidential
    returnCount
    region {
      code
    }
    category {
      id
      path
      needsSupportingData
    }
    suggestedOrganisation {
      id
      name
    }
    attachments {
      id
    }
    history {
      id
      kind
      reasonCode
      text
      organisation {
        id
        name
      }
    }
    similarReports(first: 5) {
      id
      handler {
        id
        name
      }
    }
    viewerCanVerify
    viewerCanArchive
  }
`);

/** What a text seems to be about and who is usually competent, with the reasons. */
export const SuggestRoutingDocument = graphql(`
  query SuggestRouting($text: String!, $regionCode: ID) {
    suggestRouting(text: $text, regionCode: $regionCode) {
      categories {
        category {
          id
          name
          path
          needsSupportingData
        }
        matchedWords
        similarReportCount
      }
      organisations {
        organisation {
          id
          name
        }
        matchedWords
        similarReportCount
        rule {
          category {
            id
          }
        }
      }
    }
  }
`);

export const VerifyReportDocument = graphql(
  `
    mutation VerifyReport($input: VerifyReportInput!) {
      result: verifyReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);
