import { graphql } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';

export const PublicReportsDocument = graphql(
  `
    query PublicReports($filter: PublicReportFilter, $after: String) {
      publicReports(filter: $filter, first: 12, after: $after) {
        edges {
          node {
            id
            ...ReportCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ReportCardFragment],
);

/** Names for the filters that stand in the address as codes. */
export const FilterNamesDocument = graphql(`
  query FilterNames($regionCode: ID!, $withRegion: Boolean!, $categoryId: ID!, $withCategory: Boolean!) {
    region(code: $regionCode) @include(if: $withRegion) {
      code
      fullName
    }
    category(id: $categoryId) @include(if: $withCategory) {
      id
      name
    }
  }
`);

export const TopCategoriesDocument = graphql(`
  query TopCategories {
    categories(first: 50) {
      id
      name
    }
  }
`);
