import { graphql } from '../graphql.ts';

const TemplateFields = graphql(`
  fragment TemplateFields on AnswerTemplate @_unmask {
    id
    kind
    categoryId
    title
    text
    savedAt
    isNational
    organisation {
      id
      name
    }
  }
`);

/** What stands ready for a unit; for one kind and category, or all. */
export const AnswerTemplatesDocument = graphql(
  `
    query AnswerTemplates($organisationId: ID!, $kind: AnswerKind, $categoryId: ID) {
      answerTemplates(organisationId: $organisationId, kind: $kind, categoryId: $categoryId) {
        ...TemplateFields
      }
    }
  `,
  [TemplateFields],
);

/** A template with the facts of a report. */
export const RenderAnswerTemplateDocument = graphql(`
  query RenderAnswerTemplate($reportId: ID!, $templateId: ID!) {
    renderAnswerTemplate(reportId: $reportId, templateId: $templateId) {
      text
      missing
    }
  }
`);

export const SaveAnswerTemplateDocument = graphql(
  `
    mutation SaveAnswerTemplate($input: SaveAnswerTemplateInput!) {
      result: saveAnswerTemplate(input: $input) {
        __typename
        ... on AnswerTemplateChanged {
          template {
            ...TemplateFields
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
  `,
  [TemplateFields],
);

export const RetireAnswerTemplateDocument = graphql(`
  mutation RetireAnswerTemplate($input: RetireAnswerTemplateInput!) {
    result: retireAnswerTemplate(input: $input) {
      __typename
      ... on AnswerTemplateChanged {
        template {
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
