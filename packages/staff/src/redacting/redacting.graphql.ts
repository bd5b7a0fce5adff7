import { ChangeOutcome } from '../decisions/outcome.graphql.ts';
import { graphql } from '../graphql.ts';

export const RedactReportDocument = graphql(
  `
    mutation RedactReport($input: RedactReportInput!) {
      result: redactReport(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const RedactPhotoDocument = graphql(
  `
    mutation RedactPhoto($input: RedactPhotoInput!) {
      result: redactPhoto(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);
