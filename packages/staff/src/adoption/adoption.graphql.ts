import { graphql, type ResultOf } from '../graphql.ts';
import type { FirstSight } from '../loading/first-sight.ts';
import { ReadinessPage } from '../readiness/readiness.graphql.ts';

const AdoptionRowFields = graphql(`
  fragment AdoptionRowFields on AdoptionRow @_unmask {
    kind
    total
    connected
    used
    ready
    province {
      code
      name
    }
  }
`);

export const AdoptionByKindDocument = graphql(
  `
    query AdoptionByKind {
      byKind: adoption(by: KIND) {
        ...AdoptionRowFields
      }
    }
  `,
  [AdoptionRowFields],
);

export const AdoptionByProvinceDocument = graphql(
  `
    query AdoptionByProvince($kinds: [OrganisationKind!]!) {
      byProvince: adoption(by: PROVINCE, kinds: $kinds) {
        ...AdoptionRowFields
      }
    }
  `,
  [AdoptionRowFields],
);

const AdoptionTrendFields = graphql(`
  fragment AdoptionTrendFields on AdoptionPoint @_unmask {
    on
    total
    connected
    used
  }
`);

export const AdoptionTrendDocument = graphql(
  `
    query AdoptionTrend($kind: OrganisationKind, $provinceCode: ID, $months: Int!) {
      adoptionTrend(kind: $kind, provinceCode: $provinceCode, months: $months) {
        ...AdoptionTrendFields
      }
    }
  `,
  [AdoptionTrendFields],
);

/** The page as it is opened: both tables, the trend, the provinces to choose from and who is worst off. */
export const AdoptionPageDocument = graphql(
  `
    query AdoptionPage(
      $kinds: [OrganisationKind!]!
      $kind: OrganisationKind
      $provinceCode: ID
      $months: Int!
      $filter: ReadinessFilter!
      $first: Int!
    ) {
      byKind: adoption(by: KIND) {
        ...AdoptionRowFields
      }
      byProvince: adoption(by: PROVINCE, kinds: $kinds) {
        ...AdoptionRowFields
      }
      adoptionTrend(kind: $kind, provinceCode: $provinceCode, months: $months) {
        ...AdoptionTrendFields
      }
      regions(levels: [PROVINCE], first: 50) {
        code
        name
      }
      readinessList(filter: $filter, first: $first) {
        ...ReadinessPage
      }
    }
  `,
  [AdoptionRowFields, AdoptionTrendFields, ReadinessPage],
);

export type AdoptionSight = FirstSight<ResultOf<typeof AdoptionPageDocument>>;
