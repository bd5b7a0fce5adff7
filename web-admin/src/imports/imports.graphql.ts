import { graphql } from '../graphql.ts';

const ImportFields = graphql(`
  fragment ImportFields on ReferenceImport @_unmask {
    id
    at
    files
    outcome
    counts {
      name
      count
    }
    faults {
      file
      line
      field
      reason
    }
  }
`);

/** What each service imported when, and where the files are from. Days off that people entered bear a decree. */
export const ImportsDocument = graphql(
  `
    query Imports {
      organisationImports {
        ...ImportFields
      }
      categoryImports {
        ...ImportFields
      }
      calendarVersions(first: 50, onlyFromFile: true) {
        edges {
          node {
            version
            effectiveAt
            changeCount
          }
        }
      }
      referenceSources {
        file
        title
        source
        licence
        vintage
      }
    }
  `,
  [ImportFields],
);
