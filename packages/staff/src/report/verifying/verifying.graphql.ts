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
