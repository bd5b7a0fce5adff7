import { graphql } from '../../graphql.ts';

export const RevealIdentityDocument = graphql(`
  mutation RevealIdentity($input: RevealIdentityInput!) {
    result: revealIdentity(input: $input) {
      __typename
      ... on IdentityRevealed {
        report {
          id
        }
        name
        phone
        email
        nik
        address
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
    }
  }
`);
