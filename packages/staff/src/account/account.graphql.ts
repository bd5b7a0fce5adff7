import { ChangeFaults } from '../decisions/change-faults.graphql.ts';
import { graphql } from '../graphql.ts';

export const DelegationFields = graphql(`
  fragment DelegationFields on Delegation @_unmask {
    id
    role
    organisation {
      id
      name
    }
    officer {
      id
      name
    }
    substitute {
      id
      name
    }
    from
    until
    isRunning
  }
`);

export const OwnPostFields = graphql(`
  fragment OwnPostFields on Post @_unmask {
    id
    role
    from
    until
    onBehalfOf {
      id
      name
    }
    organisation {
      id
      name
      acronym
      government {
        id
        name
      }
    }
  }
`);

export const AccountDocument = graphql(
  `
    query Account {
      viewerOfficer {
        id
        name
        posts {
          ...OwnPostFields
        }
        comingPosts {
          ...OwnPostFields
        }
        delegations {
          ...DelegationFields
        }
        substitutions {
          ...DelegationFields
        }
      }
    }
  `,
  [DelegationFields, OwnPostFields],
);

const AbsenceOutcome = graphql(
  `
    fragment AbsenceOutcome on ChangeOfficerResult @_unmask {
      __typename
      ... on OfficerChanged {
        officer {
          id
          delegations {
            ...DelegationFields
          }
        }
      }
      ...ChangeFaults
    }
  `,
  [DelegationFields, ChangeFaults],
);

export const DelegatePostDocument = graphql(
  `
    mutation DelegatePost($input: DelegatePostInput!) {
      result: delegatePost(input: $input) {
        ...AbsenceOutcome
      }
    }
  `,
  [AbsenceOutcome],
);

export const EndDelegationDocument = graphql(
  `
    mutation EndDelegation($input: EndDelegationInput!) {
      result: endDelegation(input: $input) {
        ...AbsenceOutcome
      }
    }
  `,
  [AbsenceOutcome],
);
