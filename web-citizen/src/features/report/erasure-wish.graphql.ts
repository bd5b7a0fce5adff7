import { graphql } from '../../graphql.ts';

/** A wish of the reporter to be erased that waits for the end of the report. */
export const ErasureWishFragment = graphql(`
  fragment ErasureWish on Report {
    id
    erasureRequest {
      requestedAt
      erasesAfter
    }
    region {
      code
      timeZone
    }
  }
`);
