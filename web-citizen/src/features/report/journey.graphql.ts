import { graphql } from '../../graphql.ts';
import { HandOverFragment } from './hand-over.graphql.ts';

export const JourneyFragment = graphql(
  `
    fragment Journey on Report {
      id
      text
      viewerIsReporter
      viewerCanReply
      viewerCanReplyPrivately
      attachments {
        id
        fileName
        mediaType
        url
        isSealedAway
        thumbnailUrl
        width
        height
      }
      history {
        id
        kind
        at
        actorKind
        text
        reasonCode
        promisedOn
        noProofReason
        corrects {
          id
          at
        }
        correctedBy {
          id
          at
        }
        organisation {
          id
          name
        }
        toOrganisation {
          id
          name
        }
        attachments {
          id
          fileName
          mediaType
          url
          isSealedAway
          thumbnailUrl
          width
          height
        }
      }
      clocks {
        id
        kind
        status
        startedAt
        stoppedAt
        dueOn
        organisation {
          id
        }
      }
      handOvers {
        ...ShownHandOver
      }
    }
  `,
  [HandOverFragment],
);
