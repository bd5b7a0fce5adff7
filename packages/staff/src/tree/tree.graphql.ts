import { ChangeFaults } from '../decisions/change-faults.graphql.ts';
import { graphql, type ResultOf } from '../graphql.ts';
import type { FirstSight } from '../loading/first-sight.ts';

export const OrganisationRowFields = graphql(`
  fragment OrganisationRowFields on Organisation @_unmask {
    id
    name
    acronym
    kind
    status
    isStaffed
    isConnected
    isTemplate
    childCount
  }
`);

const OrganisationListPage = graphql(
  `
    fragment OrganisationListPage on OrganisationConnection @_unmask {
      edges {
        node {
          ...OrganisationRowFields
          ancestors {
            id
            name
          }
          region {
            code
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [OrganisationRowFields],
);

const BranchPage = graphql(
  `
    fragment BranchPage on OrganisationConnection @_unmask {
      edges {
        node {
          ...OrganisationRowFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [OrganisationRowFields],
);

export const OrganisationListDocument = graphql(
  `
    query OrganisationList($filter: OrganisationFilter!, $first: Int!, $after: String) {
      organisations(filter: $filter, first: $first, after: $after) {
        ...OrganisationListPage
      }
    }
  `,
  [OrganisationListPage],
);

const OrganisationPlaceFields = graphql(
  `
    fragment OrganisationPlaceFields on Organisation @_unmask {
      ...OrganisationRowFields
      ancestors {
        id
      }
      government {
        ...OrganisationRowFields
        parent {
          ...OrganisationRowFields
        }
      }
    }
  `,
  [OrganisationRowFields],
);

/** Where an organisation stands in the tree, so that it can be opened there. */
export const OrganisationPlaceDocument = graphql(
  `
    query OrganisationPlace($id: ID!) {
      organisation(id: $id) {
        ...OrganisationPlaceFields
      }
    }
  `,
  [OrganisationPlaceFields],
);

/** The top of the own tree. */
export const OwnRootDocument = graphql(
  `
    query OwnRoot($governmentId: ID!) {
      home: organisation(id: $governmentId) {
        ...OrganisationPlaceFields
      }
    }
  `,
  [OrganisationPlaceFields],
);

export const ChangeFields = graphql(`
  fragment ChangeFields on OrganisationChange @_unmask {
    id
    kind
    state
    effectiveOn
    recordedAt
    reason
    decree
    failure
    organisation {
      id
      name
    }
    by {
      id
      name
    }
    facts {
      field
      before
      after
    }
  }
`);

const OrganisationDetailFields = graphql(
  `
    fragment OrganisationDetailFields on Organisation @_unmask {
      ...OrganisationRowFields
      timeZone
      timeZoneLabel
      hasDirectVerification
      isUsed
      lastUsedOn
      retiredOn
      unitKeys
      address
      phone
      email
      website
      head {
        title
        name
        email
        address
        isRegisteredOfficer
      }
      ancestors {
        id
        name
      }
      parent {
        id
        name
      }
      government {
        id
        name
      }
      region {
        code
        fullName
      }
      successors {
        id
        name
      }
      predecessors {
        id
        name
      }
      standIn {
        id
        name
      }
      closingDays(year: $year) {
        date
        name
        decree
      }
      supervisors {
        scope
        rule
        supervisor {
          id
          name
        }
      }
      readiness {
        metCount
        totalCount
        isComplete
      }
      scheduledChanges {
        ...ChangeFields
      }
      viewerCanEdit
      viewerCanRestructure
      viewerCanAddUnits
      viewerCanManageOfficers
    }
  `,
  [OrganisationRowFields, ChangeFields],
);

export const OrganisationDetailDocument = graphql(
  `
    query OrganisationDetail($id: ID!, $year: Int!) {
      organisation(id: $id) {
        ...OrganisationDetailFields
      }
    }
  `,
  [OrganisationDetailFields],
);

/** What stands in the branches above an organisation, so that the tree opens at its place at once. */
const BranchesAboveFields = graphql(
  `
    fragment BranchesAboveFields on Organisation @_unmask {
      ancestors {
        id
        children(first: 100) {
          ...BranchPage
        }
      }
      government {
        id
        parent {
          id
          children(first: 100) {
            ...BranchPage
          }
        }
      }
    }
  `,
  [BranchPage],
);

/** An organisation in the forest as a link opens it: its place, all that is known of it, and the first list beside it. */
export const ForestPageDocument = graphql(
  `
    query ForestPage($id: ID!, $year: Int!, $filter: OrganisationFilter!, $first: Int!) {
      organisation(id: $id) {
        ...OrganisationPlaceFields
        ...OrganisationDetailFields
        ...BranchesAboveFields
      }
      organisations(filter: $filter, first: $first) {
        ...OrganisationListPage
      }
    }
  `,
  [OrganisationPlaceFields, OrganisationDetailFields, BranchesAboveFields, OrganisationListPage],
);

/** The own tree as it is opened: its top, what is directly below or found, and one of its units. */
export const OwnTreePageDocument = graphql(
  `
    query OwnTreePage($id: ID!, $year: Int!, $governmentId: ID!, $filter: OrganisationFilter!, $first: Int!) {
      home: organisation(id: $governmentId) {
        ...OrganisationPlaceFields
      }
      organisation(id: $id) {
        ...OrganisationPlaceFields
        ...OrganisationDetailFields
        ...BranchesAboveFields
      }
      organisations(filter: $filter, first: $first) {
        ...OrganisationListPage
      }
    }
  `,
  [OrganisationPlaceFields, OrganisationDetailFields, BranchesAboveFields, OrganisationListPage],
);

export const OrganisationHistoryDocument = graphql(
  `
    query OrganisationHistory($id: ID!, $first: Int!, $after: String) {
      organisation(id: $id) {
        id
        changes(first: $first, after: $after) {
          edges {
            node {
              ...ChangeFields
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [ChangeFields],
);

export const ClosingDaysDocument = graphql(`
  query ClosingDays($id: ID!, $year: Int!) {
    organisation(id: $id) {
      id
      closingDays(year: $year) {
        date
        name
        decree
      }
    }
  }
`);

/** What a merger takes along. */
export const MergedDocument = graphql(`
  query Merged($id: ID!, $officers: OfficerFilter!) {
    organisation(id: $id) {
      id
      name
      childCount
    }
    officers(filter: $officers, first: 20) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const OrganisationOutcome = graphql(
  `
    fragment OrganisationOutcome on ChangeOrganisationResult @_unmask {
      __typename
      ... on OrganisationChanged {
        organisation {
          id
          name
        }
        change {
          id
          state
        }
      }
      ...ChangeFaults
    }
  `,
  [ChangeFaults],
);

export const CreateOrganisationDocument = graphql(
  `
    mutation CreateOrganisation($input: CreateOrganisationInput!) {
      result: createOrganisation(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

export const RenameOrganisationDocument = graphql(
  `
    mutation RenameOrganisation($input: RenameOrganisationInput!) {
      result: renameOrganisation(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

export const MoveOrganisationDocument = graphql(
  `
    mutation MoveOrganisation($input: MoveOrganisationInput!) {
      result: moveOrganisation(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

export const MergeOrganisationsDocument = graphql(
  `
    mutation MergeOrganisations($input: MergeOrganisationsInput!) {
      result: mergeOrganisations(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

export const RetireOrganisationDocument = graphql(
  `
    mutation RetireOrganisation($input: RetireOrganisationInput!) {
      result: retireOrganisation(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

export const RestoreOrganisationDocument = graphql(
  `
    mutation RestoreOrganisation($input: RestoreOrganisationInput!) {
      result: restoreOrganisation(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

export const CancelScheduledChangeDocument = graphql(
  `
    mutation CancelScheduledChange($input: CancelScheduledChangeInput!) {
      result: cancelScheduledChange(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

export const UpdateOrganisationDocument = graphql(
  `
    mutation UpdateOrganisation($input: UpdateOrganisationInput!) {
      result: updateOrganisation(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

export const SetClosingDaysDocument = graphql(
  `
    mutation SetClosingDays($input: SetClosingDaysInput!) {
      result: setClosingDays(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

export const SetDirectVerificationDocument = graphql(
  `
    mutation SetDirectVerification($input: SetDirectVerificationInput!) {
      result: setDirectVerification(input: $input) {
        ...OrganisationOutcome
      }
    }
  `,
  [OrganisationOutcome],
);

/** What a page of the tree has asked for; undefined where nothing is chosen and there is a list alone. */
export type TreeSight = FirstSight<ResultOf<typeof ForestPageDocument>> | undefined;
export type OwnTreeSight = FirstSight<ResultOf<typeof OwnTreePageDocument>> | undefined;
