import { graphql } from '../../graphql.ts';

export const SituationBurstsDocument = graphql(`
  query SituationBursts($on: LocalDate!) {
    burstFigures(on: $on) {
      category {
        id
        name
      }
      region {
        code
        name
      }
      count
      usual
    }
  }
`);
