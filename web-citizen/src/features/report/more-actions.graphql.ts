import { graphql } from '../../graphql.ts';

export const MoreActionsFragment = graphql(`
  fragment MoreActions on Report {
    id
    number
    title
    isPublished
    isAnonymous
    isConfidential
    supportCount
    viewerHasSupported
    viewerFollows
    viewerCanSupport
    viewerCanWithdraw
    viewerCanRemoveFlag
  }
`);
