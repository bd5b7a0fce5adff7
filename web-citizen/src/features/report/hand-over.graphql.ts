import { graphql } from '../../graphql.ts';

export const HandOverFragment = graphql(`
  fragment ShownHandOver on HandOver @_unmask {
    id
    state
    handedOverAt
    sentAt
    openedAt
    answeredAt
    expiresAt
    isOpen
    organisation {
      id
      name
    }
    standIn {
      id
      name
    }
  }
`);
