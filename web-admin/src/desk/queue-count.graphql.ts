import { graphql } from '../graphql.ts';

export const QueueCountDocument = graphql(`
  query VerificationQueueCount($verifies: Boolean!) {
    verificationQueueCount @include(if: $verifies)
  }
`);
