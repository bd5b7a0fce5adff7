import { graphql } from '../../graphql.ts';

export const SituationAdoptionDocument = graphql(`
  query SituationAdoption {
    byKind: adoption(by: KIND) {
      kind
      total
      connected
      used
      ready
    }
    trend: adoptionTrend(kind: REGENCY, months: 12) {
      on
      total
      connected
      used
    }
  }
`);
