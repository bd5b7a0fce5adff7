import { ChangeFaults } from '../decisions/change-faults.graphql.ts';
import { graphql, type ResultOf } from '../graphql.ts';

export const ReadinessFields = graphql(`
  fragment ReadinessFields on Readiness @_unmask {
    metCount
    totalCount
    isComplete
    obstacle
    unitsComplete
    unitsTotal
    items {
      kind
      isMet
      isComputed
      finding
      declaration {
        id
        number
        date
        note
        validUntil
        declaredAt
        by {
          id
          name
        }
        evidence {
          id
          fileName
          mediaType
          sizeBytes
          url
        }
      }
    }
    visits {
      id
      visitedOn
      topics
      agreement
      recordedAt
      office {
        id
        name
      }
      by {
        id
        name
      }
    }
  }
`);

const ReadinessOrganisation = graphql(
  `
    fragment ReadinessOrganisation on Organisation @_unmask {
      id
      name
      kind
      status
      isConnected
      isUsed
      lastUsedOn
      childCount
      government {
        id
        name
      }
      viewerCanDeclareReadiness
      viewerCanRecordVisit
      viewerCanManageOfficers
      readiness {
        ...ReadinessFields
      }
    }
  `,
  [ReadinessFields],
);

/** One page of organisations with what stands in the way. */
export const ReadinessPage = graphql(`
  fragment ReadinessPage on OrganisationConnection @_unmask {
    edges {
      node {
        id
        name
        kind
        isConnected
        isUsed
        lastUsedOn
        ancestors {
          id
          name
        }
        readiness {
          metCount
          totalCount
          obstacle
          items {
            kind
            isMet
            finding
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

/** The page of one organisation; the units below it are asked for with it, though not each one has any. */
export const ReadinessPageDocument = graphql(
  `
    query ReadinessPage($id: ID!, $filter: ReadinessFilter!, $first: Int!) {
      organisation(id: $id) {
        ...ReadinessOrganisation
      }
      readinessList(filter: $filter, first: $first) {
        ...ReadinessPage
      }
    }
  `,
  [ReadinessOrganisation, ReadinessPage],
);

/** One organisation alone. */
export const OrganisationReadinessDocument = graphql(
  `
    query OrganisationReadiness($id: ID!) {
      organisation(id: $id) {
        ...ReadinessOrganisation
      }
    }
  `,
  [ReadinessOrganisation],
);

/** The roots of the country, with the provinces to choose from. */
export const ReadinessOfAllDocument = graphql(
  `
    query ReadinessOfAll($filter: ReadinessFilter!, $first: Int!) {
      regions(levels: [PROVINCE], first: 50) {
        code
        name
      }
      readinessList(filter: $filter, first: $first) {
        ...ReadinessPage
      }
    }
  `,
  [ReadinessPage],
);

export const ReadinessListDocument = graphql(
  `
    query ReadinessList($filter: ReadinessFilter!, $first: Int!, $after: String) {
      readinessList(filter: $filter, first: $first, after: $after) {
        ...ReadinessPage
      }
    }
  `,
  [ReadinessPage],
);

const ReadinessOutcome = graphql(
  `
    fragment ReadinessOutcome on ChangeReadinessResult @_unmask {
      __typename
      ... on ReadinessChanged {
        organisation {
          id
          readiness {
            metCount
          }
        }
      }
      ...ChangeFaults
    }
  `,
  [ChangeFaults],
);

export const DeclareReadinessDocument = graphql(
  `
    mutation DeclareReadiness($input: DeclareReadinessInput!) {
      result: declareReadiness(input: $input) {
        ...ReadinessOutcome
      }
    }
  `,
  [ReadinessOutcome],
);

export const WithdrawDeclarationDocument = graphql(
  `
    mutation WithdrawDeclaration($input: WithdrawDeclarationInput!) {
      result: withdrawDeclaration(input: $input) {
        ...ReadinessOutcome
      }
    }
  `,
  [ReadinessOutcome],
);

export const NoteObstacleDocument = graphql(
  `
    mutation NoteObstacle($input: NoteObstacleInput!) {
      result: noteObstacle(input: $input) {
        ...ReadinessOutcome
      }
    }
  `,
  [ReadinessOutcome],
);

export const RecordGuidanceVisitDocument = graphql(
  `
    mutation RecordGuidanceVisit($input: RecordGuidanceVisitInput!) {
      result: recordGuidanceVisit(input: $input) {
        ...ReadinessOutcome
      }
    }
  `,
  [ReadinessOutcome],
);

/** An organisation whose readiness is shown. */
export type ReadinessOf = NonNullable<ResultOf<typeof ReadinessPageDocument>['organisation']>;
