import { graphql } from '../graphql.ts';

export const QueueCountDocument = graphql(`
  query VerificationQueueCount {
    verificationQueueCount
  }
`);
