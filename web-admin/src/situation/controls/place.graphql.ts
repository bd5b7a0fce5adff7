import { graphql } from '../../graphql.ts';

/** Names of what the address names by code or id. */
export const SituationPlaceDocument = graphql(`
  query SituationPlace($region: ID!, $organisation: ID!, $isRegion: Boolean!, $isOrganisation: Boolean!) {
    region(code: $region) @include(if: $isRegion) {
      code
      fullName
    }
    organisation(id: $organisation) @include(if: $isOrganisation) {
      id
      name
    }
  }
`);
