import { ChangeOutcome } from '../decisions/outcome.graphql.ts';
import { graphql } from '../graphql.ts';
import { AttachmentFields } from '../report/reading/report-reading.graphql.ts';

export const ProposalFields = graphql(
  `
    fragment ProposalFields on AnswerProposal @_unmask {
      id
      kind
      text
      promisedOn
      outcome
      obstacleReason
      noProofReason
      proposedAt
      viewerCanDecide
      author {
        id
        name
      }
      organisation {
        id
        name
      }
      attachments {
        ...AttachmentFields
      }
    }
  `,
  [AttachmentFields],
);

/** Answers of a report that are not sent yet. */
export const WaitingAnswersFields = graphql(
  `
    fragment WaitingAnswersFields on Report {
      id
      isPublished
      answerProposals {
        ...ProposalFields
      }
    }
  `,
  [ProposalFields],
);

export const ProposalRowFields = graphql(
  `
    fragment ProposalRowFields on AnswerProposal @_unmask {
      ...ProposalFields
      report {
        id
        number
        title
        text
        version
        isPublished
        isConfidential
        nextClock {
          kind
          status
          urgency
          workingDaysLeft
          dueOn
          timeZone
          explanation {
            unit
          }
        }
      }
    }
  `,
  [ProposalFields],
);

export const AnswersToApproveDocument = graphql(
  `
    query AnswersToApprove($organisationId: ID!, $first: Int!, $after: String) {
      answersToApprove(organisationId: $organisationId, first: $first, after: $after) {
        edges {
          node {
            ...ProposalRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ProposalRowFields],
);

export const ApproveAnswerDocument = graphql(
  `
    mutation ApproveAnswer($input: ApproveAnswerInput!) {
      result: approveAnswer(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

export const RejectAnswerDocument = graphql(
  `
    mutation RejectAnswer($input: RejectAnswerInput!) {
      result: rejectAnswer(input: $input) {
        ...ChangeOutcome
      }
    }
  `,
  [ChangeOutcome],
);

/** The page as it is opened: which answers wait by rule, and those that do. */
export const ApprovalPageDocument = graphql(
  `
    query ApprovalPage($organisationId: ID!, $first: Int!) {
      answerApproval(organisationId: $organisationId) {
        mode
        setBy {
          id
          name
        }
      }
      answersToApprove(organisationId: $organisationId, first: $first) {
        edges {
          node {
            ...ProposalRowFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ProposalRowFields],
);

/** Which answers of an organisation wait, and who has said so. */
export const AnswerApprovalDocument = graphql(`
  query AnswerApproval($organisationId: ID!) {
    answerApproval(organisationId: $organisationId) {
      mode
      setBy {
        id
        name
      }
    }
  }
`);

export const SetAnswerApprovalDocument = graphql(`
  mutation SetAnswerApproval($input: SetAnswerApprovalInput!) {
    result: setAnswerApproval(input: $input) {
      __typename
      ... on AnswerApprovalSet {
        approval {
          mode
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
