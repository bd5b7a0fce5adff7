import { ChangeFaults } from '../decisions/change-faults.graphql.ts';
import { graphql, type ResultOf } from '../graphql.ts';

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

const MappedCategoryFields = graphql(
  `
    fragment MappedCategoryFields on Category @_unmask {
      id
      name
      path
      level
      identityRequirement
      isSensitive
      needsSupportingData
      route(governmentId: $governmentId) {
        ...CategoryRouteFields
      }
    }
  `,
  [CategoryRouteFields],
);

/** With the unit of a government that gets reports of it. */
const OwnCategoryFields = graphql(
  `
    fragment OwnCategoryFields on Category @_unmask {
      ...MappedCategoryFields
      usualUnit(governmentId: $ownId) @include(if: $isOwn) {
        id
        name
      }
    }
  `,
  [MappedCategoryFields],
);

/**
 * Part of the map with where its reports go: what is found, else one branch of the categories, itself and what is directly below it; without
 * `id` the first level. With a government as it holds there, and whether the viewer may change that.
 */
export const CategoryMapDocument = graphql(
  `
    query CategoryMap(
      $id: ID!
      $parentId: ID
      $isBranch: Boolean!
      $search: String
      $first: Int!
      $governmentId: ID
      $ownId: ID!
      $isOwn: Boolean!
    ) {
      category(id: $id) @include(if: $isBranch) {
        ...OwnCategoryFields
        parent {
          id
          name
        }
      }
      categories(parentId: $parentId, search: $search, first: $first) {
        ...OwnCategoryFields
      }
      organisation(id: $ownId) @include(if: $isOwn) {
        id
        viewerCanRouteCategories
      }
    }
  `,
  [OwnCategoryFields],
);

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

/** A category of the map, and by which route its reports go. */
export type Category = ResultOf<typeof CategoryMapDocument>['categories'][number];
export type Route = ResultOf<typeof CategoryRouteFields>;
