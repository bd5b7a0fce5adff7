import { graphql } from '../graphql.ts';

/** What stands around every page of both consoles: how many mentions are unread, and what was sent and may still be taken back. */
export const FrameFields = graphql(`
  fragment FrameFields on Query @_unmask {
    mentions(unreadOnly: true, first: $first) {
      edges {
        cursor
      }
      pageInfo {
        hasNextPage
      }
    }
    viewerPendingChanges {
      requestKey
      reportId
      operation
      secondsLeft
      state
      refusalCode
      text
      report {
        id
        number
      }
    }
  }
`);
