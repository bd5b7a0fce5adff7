import { graphql } from '../../graphql.ts';

/** What became of messages to the reporter; asked for when an officer wants to see it. */
export const ToldMessagesDocument = graphql(`
  query ToldMessages($reportId: ID!) {
    reportMessages(reportId: $reportId) {
      id
      template
      way
      state
      at
      waitsFor
      waitsUntil
    }
  }
`);
