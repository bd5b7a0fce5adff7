import { FrameFields } from '@lapor/staff/documents';
import { graphql } from '../graphql.ts';

/** What stands around every page: how many reports wait at the desk, and what both consoles have. */
export const NationFrameDocument = graphql(
  `
    query NationFrame($first: Int!, $verifies: Boolean!) {
      verificationQueueCount @include(if: $verifies)
      ...FrameFields
    }
  `,
  [FrameFields],
);
