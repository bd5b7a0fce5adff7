import { graphql } from '../graphql.ts';

/** Why a change of anything beside reports did not happen. */
export const ChangeFaults = graphql(`
  fragment ChangeFaults on UserError @_unmask {
    ... on InvalidInput {
      fields {
        path
        code
      }
    }
    ... on ChangeRefused {
      code
    }
  }
`);
