import { ChangeFaults } from '@lapor/staff/documents';
import { graphql } from '../graphql.ts';

const CategorySettingsFields = graphql(`
  fragment CategorySettingsFields on CategorySettings @_unmask {
    version
    openReports
    waitingReports
    waitingAtAgencies
    withoutIdentity
    anonymousReports
    below {
      id
      path
      name
      identityRequirement
      isSensitive
      needsSupportingData
    }
    category {
      id
      path
      identityRequirement
      isSensitive
      needsSupportingData
    }
    changes {
      version
      identityRequirement
      identityRequirementBefore
      isSensitive
      needsSupportingData
      reason
      enteredAt
      by {
        id
        name
      }
    }
  }
`);

/** What a category asks for, what was changed, and which reports it has open. */
export const CategorySettingsDocument = graphql(
  `
    query CategorySettings($categoryId: ID!) {
      categorySettings(categoryId: $categoryId) {
        ...CategorySettingsFields
      }
    }
  `,
  [CategorySettingsFields],
);

export const ChangeCategoryDocument = graphql(
  `
    mutation ChangeCategory($input: ChangeCategoryInput!) {
      result: changeCategory(input: $input) {
        __typename
        ... on CategoryChanged {
          settings {
            ...CategorySettingsFields
          }
        }
        ...ChangeFaults
      }
    }
  `,
  [CategorySettingsFields, ChangeFaults],
);
