import { ChangeFaults } from '@lapor/staff/documents';
import { DeadlineEffectFields, RecalculationFields } from '../calendar/calendar.graphql.ts';
import { graphql } from '../graphql.ts';

export const PoliciesDocument = graphql(
  `
    query Policies {
      policies {
        version
        effectiveFrom
        decree
        state
        limits {
          rule
          reportClass
          organisationKind
          days
          unit
        }
        migrations {
          at
          kinds
        }
      }
      recalculation {
        ...RecalculationFields
      }
    }
  `,
  [RecalculationFields],
);

export const SavePolicyDocument = graphql(
  `
    mutation SavePolicy($input: SavePolicyInput!) {
      result: savePolicy(input: $input) {
        __typename
        ... on PolicySaved {
          policy {
            version
          }
        }
        ...ChangeFaults
      }
    }
  `,
  [ChangeFaults],
);

export const MigrateClocksDocument = graphql(
  `
    mutation MigrateClocks($input: MigrateRunningClocksInput!) {
      result: migrateRunningClocks(input: $input) {
        __typename
        ... on ClocksMigrated {
          effect {
            ...DeadlineEffectFields
          }
        }
        ...ChangeFaults
      }
    }
  `,
  [DeadlineEffectFields, ChangeFaults],
);
