// Every document of the plain version. A test holds them against the graph.

const CATEGORY = /* GraphQL */ `
  fragment PlainCategory on Category {
    id
    name
    path
    isSensitive
    identityRequirement
  }
`;

export const SUGGEST = /* GraphQL */ `
  query PlainSuggest($text: String!, $regionCode: ID) {
    suggestRouting(text: $text, regionCode: $regionCode) {
      categories {
        category {
          ...PlainCategory
        }
      }
    }
  }
  ${CATEGORY}
`;

/** Those of the first level when nothing is searched for. */
export const CATEGORIES = /* GraphQL */ `
  query PlainCategories($search: String) {
    categories(search: $search, first: 20) {
      ...PlainCategory
    }
  }
  ${CATEGORY}
`;

export const CATEGORY_BY_ID = /* GraphQL */ `
  query PlainCategoryById($id: ID!) {
    category(id: $id) {
      ...PlainCategory
    }
  }
  ${CATEGORY}
`;

export const REGIONS = /* GraphQL */ `
  query PlainRegions($search: String!) {
    regions(search: $search, first: 12) {
      code
      name
      fullName
    }
  }
`;

export const REGION = /* GraphQL */ `
  query PlainRegion($code: ID!) {
    region(code: $code) {
      code
      name
      fullName
    }
  }
`;

export const SUBMIT = /* GraphQL */ `
  mutation PlainSubmit($input: SubmitReportInput!) {
    submitReport(input: $input) {
      __typename
      ... on ReportSubmitted {
        accessCode
        report {
          id
          number
        }
      }
      ... on InvalidInput {
        fields {
          path
          code
        }
      }
      ... on TooManyRequests {
        retryAfterSeconds
      }
    }
  }
`;

/** A place in the line of a busy source: the way past its limit without script. */
export const STAND_IN_LINE = /* GraphQL */ `
  query PlainStandInLine($operation: ProvableOperation!, $subject: ID!) {
    filingChallenge(operation: $operation, submissionKey: $subject, standInLine: true) {
      waitingToken
      waitUntil
    }
  }
`;

export const OPEN = /* GraphQL */ `
  mutation PlainOpen($input: OpenReportInput!) {
    openReport(input: $input) {
      __typename
      ... on ReportOpened {
        grant
        report {
          id
          number
        }
      }
      ... on TooManyRequests {
        retryAfterSeconds
      }
    }
  }
`;

export const REPORT = /* GraphQL */ `
  query PlainReport($number: String!) {
    report(number: $number) {
      id
      number
      title
      text
      state
      kind
      submittedAt
      updatedAt
      isAnonymous
      isConfidential
      isPublished
      reporterLabel
      placeText
      supportCount
      rating
      missingData
      archiveCode
      viewerIsReporter
      viewerCanAppeal
      viewerCanCompleteData
      viewerCanConfirm
      viewerCanDispute
      viewerCanRate
      viewerCanReply
      viewerCanWithdraw
      viewerCanRequestOversight
      oversight {
        state
        office {
          id
          name
        }
      }
      region {
        code
        fullName
        timeZone
      }
      category {
        id
        path
      }
      handler {
        id
        name
      }
      identityReveals {
        at
        reason
        organisation {
          id
          name
        }
      }
      attachments {
        ...PlainFile
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
        organisation {
          id
          name
        }
        toOrganisation {
          id
          name
        }
        attachments {
          ...PlainFile
        }
      }
      clocks {
        id
        kind
        status
        stoppedAt
        dueAt
        dueOn
        timeZone
        isEstimated
        urgency
        workingDaysLeft
        explanation {
          unit
          sentence
          inEnglish: sentence(language: EN)
        }
      }
    }
  }
  fragment PlainFile on Attachment {
    id
    fileName
    url
    thumbnailUrl
    isSealedAway
  }
`;

const change = (name: string, field: string, input: string, refusal = 'TransitionRefused') => /* GraphQL */ `
  mutation ${name}($input: ${input}!) {
    result: ${field}(input: $input) {
      __typename
      ... on InvalidInput {
        fields {
          path
          code
        }
      }
      ... on ${refusal} {
        code
      }
    }
  }
`;

/** What a reporter can do, by the name of its button. */
export const CHANGES = {
  balas: change('PlainReply', 'replyToReport', 'ReplyToReportInput'),
  lengkapi: change('PlainComplete', 'completeReportData', 'CompleteReportDataInput'),
  beres: change('PlainConfirm', 'confirmReport', 'ConfirmReportInput'),
  belum: change('PlainDispute', 'disputeReport', 'DisputeReportInput'),
  nilai: change('PlainRate', 'rateReport', 'RateReportInput'),
  keberatan: change('PlainAppeal', 'appealArchive', 'AppealArchiveInput'),
  ombudsman: change('PlainOversight', 'requestOversight', 'RequestOversightInput', 'ChangeRefused'),
  tarik: change('PlainWithdraw', 'withdrawReport', 'WithdrawReportInput'),
} as const;

/** The answer is the same for every number and address. */
export const REQUEST_CODE = /* GraphQL */ `
  mutation PlainRequestCode($input: RequestNewAccessCodeInput!) {
    requestNewAccessCode(input: $input) {
      __typename
      ... on TooManyRequests {
        retryAfterSeconds
      }
    }
  }
`;

export const RENEW_CODE = /* GraphQL */ `
  mutation PlainRenewCode($input: RenewAccessCodeInput!) {
    renewAccessCode(input: $input) {
      __typename
      ... on AccessCodeRenewed {
        number
        accessCode
      }
      ... on TooManyRequests {
        retryAfterSeconds
      }
    }
  }
`;

export const PUBLIC_REPORTS = /* GraphQL */ `
  query PlainPublicReports($filter: PublicReportFilter, $after: String) {
    publicReports(filter: $filter, after: $after, first: 20) {
      edges {
        node {
          id
          number
          title
          state
          submittedAt
          region {
            code
            fullName
            timeZone
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
