import { graphql } from '../graphql.ts';

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
      adoption(by: KIND) {
        ...AdoptionRowFields
      }
    }
  `,
  [AdoptionRowFields],
);

export const AdoptionByProvinceDocument = graphql(
  `
    query AdoptionByProvince($kinds: [OrganisationKind!]!) {
      adoption(by: PROVINCE, kinds: $kinds) {
        ...AdoptionRowFields
      }
    }
  `,
  [AdoptionRowFields],
);

export const AdoptionTrendDocument = graphql(`
  query AdoptionTrend($kind: OrganisationKind, $provinceCode: ID, $months: Int!) {
    adoptionTrend(kind: $kind, provinceCode: $provinceCode, months: $months) {
      on
      total
      connected
      used
    }
  }
`);
