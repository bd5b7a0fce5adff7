import { ChangeFaults } from '../decisions/change-faults.graphql.ts';
import { DelegationFields } from '../account/account.graphql.ts';
import { graphql } from '../graphql.ts';

export const PostFields = graphql(`
  fragment PostFields on Post @_unmask {
    id
    role
    from
    until
    organisation {
      id
      name
      acronym
      government {
        id
        name
      }
    }
    onBehalfOf {
      id
      name
    }
  }
`);

export const OfficerRowFields = graphql(
  `
    fragment OfficerRowFields on Officer @_unmask {
      id
      name
      email
      accountState
      hasSecondFactor
      lastSignedInOn
      viewerIsSelf
      posts {
        ...PostFields
      }
    }
  `,
  [PostFields],
);

export const OfficerListDocument = graphql(
  `
    query OfficerList($filter: OfficerFilter!, $first: Int!, $after: String) {
      officers(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...OfficerRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [OfficerRowFields],
);

/** The list as it is opened, and whether the viewer may invite somebody. */
export const OfficersPageDocument = graphql(
  `
    query OfficersPage($filter: OfficerFilter!, $first: Int!, $organisationId: ID!) {
      organisation(id: $organisationId) {
        id
        name
        viewerCanManageOfficers
      }
      officers(filter: $filter, first: $first) {
        edges {
          node {
            ...OfficerRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [OfficerRowFields],
);

export const OfficerPageDocument = graphql(
  `
    query OfficerPage($id: ID!) {
      officer(id: $id) {
        ...OfficerRowFields
        viewerCanManage
        invitation {
          sentAt
          expiresAt
          isExpired
          by {
            id
            name
          }
        }
        delegations {
          ...DelegationFields
        }
        substitutions {
          ...DelegationFields
        }
        comingPosts {
          ...PostFields
        }
        pastPosts {
          ...PostFields
        }
      }
    }
  `,
  [OfficerRowFields, DelegationFields, PostFields],
);

/** Whether the officer may invite for this organisation. */
export const MayInviteDocument = graphql(`
  query MayInvite($organisationId: ID!) {
    organisation(id: $organisationId) {
      id
      name
      viewerCanManageOfficers
    }
  }
`);

const OfficerOutcome = graphql(
  `
    fragment OfficerOutcome on ChangeOfficerResult @_unmask {
      __typename
      ... on OfficerChanged {
        officer {
          id
          name
          accountState
        }
      }
      ...ChangeFaults
    }
  `,
  [ChangeFaults],
);

export const InviteOfficerDocument = graphql(
  `
    mutation InviteOfficer($input: InviteOfficerInput!) {
      result: inviteOfficer(input: $input) {
        ...OfficerOutcome
      }
    }
  `,
  [OfficerOutcome],
);

export const InviteOfficerAgainDocument = graphql(
  `
    mutation InviteOfficerAgain($input: OfficerInput!) {
      result: inviteOfficerAgain(input: $input) {
        ...OfficerOutcome
      }
    }
  `,
  [OfficerOutcome],
);

export const RenameOfficerDocument = graphql(
  `
    mutation RenameOfficer($input: RenameOfficerInput!) {
      result: renameOfficer(input: $input) {
        ...OfficerOutcome
      }
    }
  `,
  [OfficerOutcome],
);

export const ChangeOfficerEmailDocument = graphql(
  `
    mutation ChangeOfficerEmail($input: ChangeOfficerEmailInput!) {
      result: changeOfficerEmail(input: $input) {
        ...OfficerOutcome
      }
    }
  `,
  [OfficerOutcome],
);

export const GrantPostDocument = graphql(
  `
    mutation GrantPost($input: GrantPostInput!) {
      result: grantPost(input: $input) {
        ...OfficerOutcome
      }
    }
  `,
  [OfficerOutcome],
);

export const EndPostDocument = graphql(
  `
    mutation EndPost($input: EndPostInput!) {
      result: endPost(input: $input) {
        ...OfficerOutcome
      }
    }
  `,
  [OfficerOutcome],
);

export const SuspendOfficerDocument = graphql(
  `
    mutation SuspendOfficer($input: SuspendOfficerInput!) {
      result: suspendOfficer(input: $input) {
        ...OfficerOutcome
      }
    }
  `,
  [OfficerOutcome],
);

export const ReinstateOfficerDocument = graphql(
  `
    mutation ReinstateOfficer($input: OfficerInput!) {
      result: reinstateOfficer(input: $input) {
        ...OfficerOutcome
      }
    }
  `,
  [OfficerOutcome],
);
