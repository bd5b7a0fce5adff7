import { graphql } from '../graphql.ts';

const NoteFields = graphql(`
  fragment NoteFields on Note @_unmask {
    id
    text
    at
    officer {
      id
      name
    }
    organisation {
      id
      name
    }
    mentioned {
      id
      name
    }
  }
`);

/** What colleagues wrote to each other about a report. */
export const ReportNotesFields = graphql(
  `
    fragment ReportNotesFields on Report {
      id
      viewerCanAddNote
      notes {
        ...NoteFields
      }
    }
  `,
  [NoteFields],
);

export const AddNoteDocument = graphql(`
  mutation AddNote($input: AddNoteInput!) {
    result: addNote(input: $input) {
      __typename
      ... on NoteAdded {
        report {
          id
        }
      }
      ... on InvalidInput {
        fields {
          path
          code
        }
      }
    }
  }
`);

export const MentionsDocument = graphql(
  `
    query Mentions($unreadOnly: Boolean!, $first: Int!, $after: String) {
      mentions(unreadOnly: $unreadOnly, first: $first, after: $after) {
        edges {
          node {
            isRead
            note {
              ...NoteFields
            }
            report {
              id
              number
              title
              isConfidential
              state
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [NoteFields],
);

/** How many mentions are unread, as far as a number beside a bell tells apart. */
export const MentionCountDocument = graphql(`
  query MentionCount($first: Int!) {
    mentions(unreadOnly: true, first: $first) {
      edges {
        cursor
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const MarkMentionsReadDocument = graphql(`
  mutation MarkMentionsRead($input: MarkMentionsReadInput!) {
    result: markMentionsRead(input: $input) {
      __typename
      ... on MentionsRead {
        unreadCount
      }
      ... on InvalidInput {
        fields {
          path
          code
        }
      }
    }
  }
`);
