import { ChangeFaults } from '../decisions/change-faults.graphql.ts';
import { graphql, type ResultOf } from '../graphql.ts';

export const UnitsFileDocument = graphql(`
  query UnitsFile($id: ID!) {
    organisation(id: $id) {
      id
      name
      childCount
      viewerCanAddUnits
    }
  }
`);

export const UnitsCsvDocument = graphql(`
  query UnitsCsv($id: ID!) {
    organisation(id: $id) {
      id
      unitsCsv
    }
  }
`);

export const PreviewUnitsDocument = graphql(`
  query PreviewUnits($input: UnitsInput!) {
    previewUnits(input: $input) {
      changes {
        line
        kind
        organisationId
        name
        facts {
          field
          before
          after
        }
      }
      faults {
        line
        field
        code
        message
      }
      unchangedCount
      contentHash
    }
  }
`);

export const ImportUnitsDocument = graphql(
  `
    mutation ImportUnits($input: ImportUnitsInput!) {
      result: importUnits(input: $input) {
        __typename
        ... on UnitsImported {
          organisation {
            id
          }
          createdCount
          changedCount
          unchangedCount
        }
        ...ChangeFaults
      }
    }
  `,
  [ChangeFaults],
);

/** What a file of units would change. */
export type Preview = NonNullable<ResultOf<typeof PreviewUnitsDocument>['previewUnits']>;
