import { ChangeFaults } from '../decisions/change-faults.graphql.ts';
import { graphql } from '../graphql.ts';
import { ClockFields } from '../report/clocks/clocks.graphql.ts';

export const LetterFields = graphql(`
  fragment LetterFields on OversightLetter @_unmask {
    id
    state
    number
    addressee {
      id
      name
      head {
        title
      }
    }
    draftedAt
    approvedAt
    sentAt
    replyBy
    repliedAt
    reply
    failure
    pdfPath
    version
    isEdited
    viewerCanEdit
    viewerCanApprove
    viewerCanRecordReply
  }
`);

export const CaseFields = graphql(
  `
    fragment CaseFields on OversightCase @_unmask {
      id
      reportNumber
      isConfidential
      state
      openedAt
      openedBy
      outcome
      closedAt
      office {
        id
        name
      }
      organisation {
        id
        name
      }
      clarification {
        askedAt
        givenAt
        dueOn
        isMissed
        workingDaysLeft
        length
        unit
        timeZone
      }
      entries {
        id
        at
        kind
        text
        wordsForReporter
        organisation {
          id
          name
        }
      }
      letters {
        ...LetterFields
      }
      viewerCanAskClarification
      viewerCanGiveClarification
      viewerCanWrite
      viewerCanAssign
      viewerCanRecommend
      viewerCanClose
    }
  `,
  [LetterFields],
);

export const CaseRowFields = graphql(`
  fragment CaseRowFields on OversightCase @_unmask {
    id
    reportNumber
    isConfidential
    state
    openedAt
    openedBy
    report {
      id
      title
    }
    office {
      id
      name
    }
    organisation {
      id
      name
    }
    clarification {
      dueOn
      isMissed
      givenAt
    }
  }
`);

export const OversightCasesDocument = graphql(
  `
    query OversightCases($filter: OversightCaseFilter, $first: Int!, $after: String) {
      oversightCases(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...CaseRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CaseRowFields],
);

/** The page as it is opened: how many cases there are of each state, and those of one stage. */
export const OversightPageDocument = graphql(
  `
    query OversightPage($filter: OversightCaseFilter, $first: Int!) {
      oversightCounts {
        state
        count
      }
      oversightCases(filter: $filter, first: $first) {
        edges {
          node {
            ...CaseRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CaseRowFields],
);

export const OversightCountsDocument = graphql(`
  query OversightCounts {
    oversightCounts {
      state
      count
    }
  }
`);

export const OversightLettersDocument = graphql(
  `
    query OversightLetters($first: Int!, $after: String) {
      oversightLetters(first: $first, after: $after) {
        edges {
          node {
            caseId
            reportNumber
            letter {
              ...LetterFields
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
  [LetterFields],
);

export const OversightCaseDocument = graphql(
  `
    query OversightCasePage($id: ID!) {
      oversightCase(id: $id) {
        ...CaseFields
        report {
          id
          number
          title
          state
        }
        clocks {
          ...ClockFields
        }
      }
    }
  `,
  [CaseFields, ClockFields],
);

/** On the page of a report: the case of the Ombudsman, and whether one may be opened. */
export const ReportOversightFields = graphql(
  `
    fragment ReportOversightFields on Report {
      id
      viewerCanOpenOversight
      oversight {
        case {
          ...CaseFields
        }
      }
    }
  `,
  [CaseFields],
);

const RESULT = graphql(
  `
    fragment CaseResultFields on OversightResult @_unmask {
      __typename
      ... on OversightChanged {
        case {
          id
        }
      }
      ...ChangeFaults
    }
  `,
  [ChangeFaults],
);
export { RESULT as CaseResultFields };

const LETTER_RESULT = graphql(
  `
    fragment LetterResultFields on OversightLetterResult @_unmask {
      __typename
      ... on OversightLetterChanged {
        letter {
          id
          state
        }
      }
      ... on LetterStale {
        code
        letter {
          id
          version
        }
      }
      ...ChangeFaults
    }
  `,
  [ChangeFaults],
);
export { LETTER_RESULT as LetterResultFields };

export const OpenOversightDocument = graphql(
  `
    mutation OpenOversight($input: OpenOversightInput!) {
      result: openOversight(input: $input) {
        ...CaseResultFields
      }
    }
  `,
  [RESULT],
);

export const AskClarificationDocument = graphql(
  `
    mutation AskClarification($input: AskClarificationInput!) {
      result: askClarification(input: $input) {
        ...CaseResultFields
      }
    }
  `,
  [RESULT],
);

export const GiveClarificationDocument = graphql(
  `
    mutation GiveClarification($input: GiveClarificationInput!) {
      result: giveClarification(input: $input) {
        ...CaseResultFields
      }
    }
  `,
  [RESULT],
);

export const WriteOversightMessageDocument = graphql(
  `
    mutation WriteOversightMessage($input: WriteOversightMessageInput!) {
      result: writeOversightMessage(input: $input) {
        ...CaseResultFields
      }
    }
  `,
  [RESULT],
);

export const RecommendDocument = graphql(
  `
    mutation Recommend($input: RecommendInput!) {
      result: recommend(input: $input) {
        ...CaseResultFields
      }
    }
  `,
  [RESULT],
);

export const AssignOversightDocument = graphql(
  `
    mutation AssignOversight($input: AssignOversightInput!) {
      result: assignOversight(input: $input) {
        ...CaseResultFields
      }
    }
  `,
  [RESULT],
);

export const CloseOversightDocument = graphql(
  `
    mutation CloseOversight($input: CloseOversightInput!) {
      result: closeOversight(input: $input) {
        ...CaseResultFields
      }
    }
  `,
  [RESULT],
);

/** The texts of a case's letters; they are put together from several places, so only whoever edits asks for them. */
export const LetterTextsDocument = graphql(`
  query LetterTexts($caseId: ID!) {
    oversightCase(id: $caseId) {
      id
      letters {
        id
        version
        isEdited
        paragraphs
      }
    }
  }
`);

export const EditLetterDocument = graphql(
  `
    mutation EditLetter($input: EditLetterInput!) {
      result: editLetter(input: $input) {
        ...LetterResultFields
      }
    }
  `,
  [LETTER_RESULT],
);

export const ApproveLetterDocument = graphql(
  `
    mutation ApproveLetter($input: ApproveLetterInput!) {
      result: approveLetter(input: $input) {
        ...LetterResultFields
      }
    }
  `,
  [LETTER_RESULT],
);

export const RecordLetterReplyDocument = graphql(
  `
    mutation RecordLetterReply($input: RecordLetterReplyInput!) {
      result: recordLetterReply(input: $input) {
        ...LetterResultFields
      }
    }
  `,
  [LETTER_RESULT],
);
