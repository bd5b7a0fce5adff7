import { graphql } from '../../graphql.ts';

export const AskFragment = graphql(`
  fragment Ask on Report {
    id
    number
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
