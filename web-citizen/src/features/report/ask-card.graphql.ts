import { graphql } from '../../graphql.ts';

export const AskFragment = graphql(`
  fragment Ask on Report {
    id
    state
    closesAutomaticallyAt
    viewerCanConfirm
    viewerCanDispute
    viewerCanReply
    handler {
      id
      name
    }
  }
`);
