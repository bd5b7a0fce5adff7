import { graphql } from '../../graphql.ts';

export const RequestNewAccessCodeDocument = graphql(`
  mutation RequestNewAccessCode($number: String!, $contact: String!) {
    requestNewAccessCode(input: { number: $number, contact: $contact }) {
      __typename
      ... on NewAccessCodeRequested {
        validMinutes
      }
    }
  }
`);

export const RenewAccessCodeDocument = graphql(`
  mutation RenewAccessCode($token: String!) {
    renewAccessCode(input: { token: $token }) {
      __typename
      ... on AccessCodeRenewed {
        number
        accessCode
      }
    }
  }
`);
