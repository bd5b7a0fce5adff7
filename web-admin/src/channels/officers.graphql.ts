import { graphql } from '../graphql.ts';

/** A colleague by the account that the desk of channels records. */
export const DeskOfficerDocument = graphql(`
  query DeskOfficer($id: ID!) {
    officer(id: $id) {
      id
      name
    }
  }
`);
