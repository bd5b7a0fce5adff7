import { ChangeFaults } from '../decisions/change-faults.graphql.ts';
import { graphql } from '../graphql.ts';

export const CategoryRouteFields = graphql(`
  fragment CategoryRouteFields on CategoryRoute @_unmask {
    id
    categoryId
    usualLevel
    unitKey
    version
    effectiveFrom
    reason
    nationalOrganisation {
      id
      name
      acronym
    }
    government {
      id
      name
    }
    unit {
      id
      name
      acronym
    }
    by {
      id
      name
    }
  }
`);

/** One branch of the categories: itself and what is directly below it; without `id` the first level. */
export const CategoryBranchDocument = graphql(`
  query CategoryBranch($id: ID!, $parentId: ID, $isBranch: Boolean!) {
    category(id: $id) @include(if: $isBranch) {
      id
      name
      path
      level
      identityRequirement
      isSensitive
      needsSupportingData
      parent {
        id
        name
      }
    }
    categories(parentId: $parentId, first: 100) {
      id
      name
      path
      level
      identityRequirement
      isSensitive
      needsSupportingData
    }
  }
`);

export const SearchCategoriesDocument = graphql(`
  query SearchCategories($search: String!) {
    categories(search: $search, first: 50) {
      id
      name
      path
      level
      identityRequirement
      isSensitive
      needsSupportingData
    }
  }
`);

export const CategoryRoutesDocument = graphql(
  `
    query CategoryRoutes($filter: CategoryRouteFilter!, $first: Int!) {
      categoryRoutes(filter: $filter, first: $first) {
        edges {
          node {
            ...CategoryRouteFields
          }
        }
      }
    }
  `,
  [CategoryRouteFields],
);

export const MayRouteDocument = graphql(`
  query MayRoute($governmentId: ID!) {
    organisation(id: $governmentId) {
      id
      viewerCanRouteCategories
    }
  }
`);

/** Units of a government with the tasks they serve. */
export const UnitsByKeyDocument = graphql(`
  query UnitsByKey($governmentId: ID!, $after: String) {
    organisations(filter: { withinId: $governmentId }, first: 100, after: $after) {
      edges {
        node {
          id
          name
          acronym
          unitKeys
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RouteRulesDocument = graphql(`
  query RouteRules($categoryId: ID!, $regionCode: ID) {
    routeRules(categoryId: $categoryId, regionCode: $regionCode) {
      level
      basis
      unitKey
      version
      decidedByGovernment
      organisation {
        id
        name
        ancestors {
          id
        }
      }
    }
  }
`);

export const SetCategoryRouteDocument = graphql(
  `
    mutation SetCategoryRoute($input: SetCategoryRouteInput!) {
      result: setCategoryRoute(input: $input) {
        __typename
        ... on RoutingChanged {
          route {
            ...CategoryRouteFields
          }
        }
        ...ChangeFaults
      }
    }
  `,
  [CategoryRouteFields, ChangeFaults],
);
