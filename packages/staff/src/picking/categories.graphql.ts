import { graphql } from '../graphql.ts';

export const FindCategoriesDocument = graphql(`
  query FindCategories($search: String, $first: Int!) {
    categories(search: $search, first: $first) {
      id
      name
      path
      isSensitive
    }
  }
`);

export const SuggestCategoriesDocument = graphql(`
  query SuggestCategories($text: String!, $first: Int!) {
    suggestCategories(text: $text, first: $first) {
      category {
        id
        name
        path
      }
      matchedWords
    }
  }
`);
