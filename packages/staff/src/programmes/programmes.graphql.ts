import { graphql } from '../graphql.ts';
import { DueFields } from '../report/clocks/clocks.graphql.ts';

export const ProgrammeFields = graphql(`
  fragment ProgrammeFields on PriorityProgramme @_unmask {
    id
    name
    categoryIds
    regionCodes
    words
    savedAt
    endedAt
    isBeingApplied
  }
`);

export const ProgrammesDocument = graphql(
  `
    query Programmes {
      priorityProgrammes {
        ...ProgrammeFields
      }
    }
  `,
  [ProgrammeFields],
);

export const ProgrammeRowFields = graphql(
  `
    fragment ProgrammeRowFields on Report @_unmask {
      id
      number
      title
      state
      isConfidential
      submittedAt
      region {
        code
        name
      }
      nextClock {
        ...DueFields
      }
    }
  `,
  [DueFields],
);

export const ProgrammeReportsDocument = graphql(
  `
    query ProgrammeReports($programmeId: ID!, $filter: ProgrammeReportFilter, $first: Int!, $after: String) {
      programmeReports(programmeId: $programmeId, filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...ProgrammeRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ProgrammeRowFields],
);

export const ProgrammeResultFields = graphql(`
  fragment ProgrammeResultFields on PriorityProgrammeResult @_unmask {
    __typename
    ... on PriorityProgrammeChanged {
      programme {
        id
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
      }
    }
  }
`);

export const SaveProgrammeDocument = graphql(
  `
    mutation SaveProgramme($input: SavePriorityProgrammeInput!) {
      result: savePriorityProgramme(input: $input) {
        ...ProgrammeResultFields
      }
    }
  `,
  [ProgrammeResultFields],
);

export const EndProgrammeDocument = graphql(
  `
    mutation EndProgramme($input: EndPriorityProgrammeInput!) {
      result: endPriorityProgramme(input: $input) {
        ...ProgrammeResultFields
      }
    }
  `,
  [ProgrammeResultFields],
);
