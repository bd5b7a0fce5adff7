import { graphql } from '../../graphql.ts';

export const RegionOfPointDocument = graphql(`
  query RegionOfPoint($latitude: Float!, $longitude: Float!) {
    regionOfPoint(latitude: $latitude, longitude: $longitude) {
      code
      fullName
      timeZone
    }
  }
`);

export const SearchRegionsDocument = graphql(`
  query SearchRegions($search: String!) {
    regions(search: $search, first: 8) {
      code
      name
      fullName
      level
      timeZone
    }
  }
`);

export const SearchOrganisationsDocument = graphql(`
  query SearchOrganisations($search: String!, $regionCode: ID) {
    organisations(filter: { search: $search, regionCode: $regionCode }, first: 8) {
      edges {
        node {
          id
          name
          government {
            id
            name
          }
        }
      }
    }
  }
`);
