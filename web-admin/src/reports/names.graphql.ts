import { graphql } from '../graphql.ts';

/** Names of what the address of the list names by code or id. */
export const BehindNamesDocument = graphql(`
  query BehindNames(
    $region: ID!
    $category: ID!
    $organisation: ID!
    $returner: ID!
    $hasRegion: Boolean!
    $hasCategory: Boolean!
    $hasOrganisation: Boolean!
    $hasReturner: Boolean!
    $stepOf: ID!
    $hasStepOf: Boolean!
  ) {
    region(code: $region) @include(if: $hasRegion) {
      code
      fullName
    }
    category(id: $category) @include(if: $hasCategory) {
      id
      path
    }
    organisation(id: $organisation) @include(if: $hasOrganisation) {
      id
      name
    }
    returner: organisation(id: $returner) @include(if: $hasReturner) {
      id
      name
    }
    stepOf: organisation(id: $stepOf) @include(if: $hasStepOf) {
      id
      name
    }
  }
`);
