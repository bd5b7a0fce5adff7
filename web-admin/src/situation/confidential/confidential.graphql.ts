import { graphql } from '../../graphql.ts';

const ConfidentialFields = graphql(`
  fragment ConfidentialFields on ConfidentialFigures @_unmask {
    toldOn
    total
    rows {
      key
      confidential
      state
      category {
        id
        name
      }
      region {
        code
        name
      }
      organisation {
        id
        name
      }
    }
  }
`);

/** All fixed tables of a year; nothing crosses two of them. */
export const SituationConfidentialDocument = graphql(
  `
    query SituationConfidential($year: Int!) {
      months: confidentialReportFigures(table: MONTHS, year: $year) {
        ...ConfidentialFields
      }
      categories: confidentialReportFigures(table: CATEGORIES, year: $year) {
        ...ConfidentialFields
      }
      provinces: confidentialReportFigures(table: PROVINCES, year: $year) {
        ...ConfidentialFields
      }
      governments: confidentialReportFigures(table: GOVERNMENTS, year: $year) {
        ...ConfidentialFields
      }
      states: confidentialReportFigures(table: STATES, year: $year) {
        ...ConfidentialFields
      }
    }
  `,
  [ConfidentialFields],
);
