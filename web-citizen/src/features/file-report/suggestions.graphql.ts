import { graphql } from '../../graphql.ts';

export const CategoryChoiceFragment = graphql(`
  fragment CategoryChoice on Category @_unmask {
    id
    name
    path
    isSensitive
    identityRequirement
  }
`);

export const SuggestCategoriesDocument = graphql(
  `
    query SuggestCategories($text: String!, $regionCode: ID) {
      suggestRouting(text: $text, regionCode: $regionCode) {
        categories {
          matchedWords
          similarReportCount
          category {
            ...CategoryChoice
          }
        }
      }
    }
  `,
  [CategoryChoiceFragment],
);

export const SearchCategoriesDocument = graphql(
  `
    query SearchCategories($search: String) {
      categories(search: $search, first: 20) {
        ...CategoryChoice
      }
    }
  `,
  [CategoryChoiceFragment],
);
