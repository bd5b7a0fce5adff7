import { graphql } from '../graphql.ts';

/** What a counter knows of a category. */
export const CounterCategoryFields = graphql(`
  fragment CounterCategoryFields on Category @_unmask {
    id
    path
    identityRequirement
    isSensitive
  }
`);

export const CounterCategoryDocument = graphql(
  `
    query CounterCategory($id: ID!) {
      category(id: $id) {
        ...CounterCategoryFields
      }
    }
  `,
  [CounterCategoryFields],
);

/** What the text seems to be about, and what was filed like it. */
export const CounterHintsDocument = graphql(
  `
    query CounterHints($text: String!, $regionCode: ID, $placeText: String, $categoryId: ID) {
      suggestRouting(text: $text, regionCode: $regionCode, placeText: $placeText) {
        categories {
          category {
            ...CounterCategoryFields
          }
        }
      }
      similarReports(text: $text, regionCode: $regionCode, categoryId: $categoryId, first: 3) {
        id
        number
        title
        state
        submittedAt
        region {
          code
          fullName
        }
      }
    }
  `,
  [CounterCategoryFields],
);

export const FileOnBehalfDocument = graphql(`
  mutation FileOnBehalf($input: SubmitReportInput!) {
    result: submitReport(input: $input) {
      __typename
      ... on ReportSubmitted {
        accessCode
        report {
          id
          number
          submittedAt
          receipt {
            checkUrl
            documentPath
          }
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
`);

/** A report that somebody calls about; null when the officer may not read it, or there is none. */
export const EarlierReportDocument = graphql(`
  query EarlierReport($number: String!) {
    report(number: $number) {
      id
      number
      title
      state
      submittedAt
      handler {
        id
        name
      }
    }
  }
`);
