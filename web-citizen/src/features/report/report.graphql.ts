import { graphql } from '../../graphql.ts';
import { AskFragment } from './ask-card.graphql.ts';
import { DeadlinesFragment } from './deadlines.graphql.ts';
import { ErasureWishFragment } from './erasure-wish.graphql.ts';
import { JourneyFragment } from './journey.graphql.ts';
import { MoreActionsFragment } from './more-actions.graphql.ts';
import { OversightFragment } from './oversight.graphql.ts';

export const ReportPageDocument = graphql(
  `
    query ReportPage($number: String!) {
      report(number: $number) {
        id
        number
        version
        title
        state
        kind
        class
        submittedAt
        isAnonymous
        isConfidential
        isPublished
        reporterLabel
        placeText
        occurredOn
        supportCount
        viewerIsReporter
        viewerCanRate
        viewerCanAppeal
        viewerCanCompleteData
        missingData
        archiveCode
        rating
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
        assignments {
          isHandedOver
          organisation {
            id
          }
          standIn {
            id
            name
          }
        }
        master {
          id
          number
          title
        }
        excludedOrganisations {
          id
          name
        }
        filedOnBehalf {
          organisation {
            id
            name
          }
        }
        identityReveals {
          at
          reason
          organisation {
            id
            name
          }
        }
        ...Ask
        ...Journey
        ...Deadlines
        ...MoreActions
        ...Oversight
        ...ErasureWish
      }
    }
  `,
  [
    AskFragment,
    JourneyFragment,
    DeadlinesFragment,
    MoreActionsFragment,
    OversightFragment,
    ErasureWishFragment,
  ],
);
