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
      government {
        id
        name
      }
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
    # What its text seems to be about and who is usually competent, with the reasons.
    routingSuggestion {
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
    # Whom the category map names for it as it was filed.
    routeRules {
      basis
      unitKey
      version
      organisation {
        id
        name
        ancestors {
          id
        }
      }
    }
    viewerCanVerify
    viewerCanArchive
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
