import { graphql } from '../graphql.ts';

export const FindCategoriesDocument = graphql(`
  query FindCategories($search: String, $first: Int!) {
    categories(search: $search, first: $first) {
      id
      name
      path
      isSensitive
      needsSupportingData
    }
  }
`);

/** The name of one that is known by its id. */
export const CategoryNameDocument = graphql(`
  query CategoryName($id: ID!) {
    category(id: $id) {
      id
      path
    }
  }
`);
