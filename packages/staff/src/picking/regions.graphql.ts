import { graphql } from '../graphql.ts';

export const FindRegionsDocument = graphql(`
  query FindRegions($search: String!, $levels: [RegionLevel!], $first: Int!) {
    regions(search: $search, levels: $levels, first: $first) {
      code
      name
      fullName
    }
  }
`);

/** Provinces, for a filter. */
export const ProvincesDocument = graphql(`
  query Provinces {
    regions(levels: [PROVINCE], first: 50) {
      code
      name
    }
  }
`);

/** The name of one that a history names by its code. */
export const RegionNameDocument = graphql(`
  query RegionName($code: ID!) {
    region(code: $code) {
      code
      fullName
    }
  }
`);
