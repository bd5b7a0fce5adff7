import { graphql } from '../../graphql.ts';
import { AttachmentFields } from '../reading/report-reading.graphql.ts';

export const HistoryFields = graphql(
  `
    fragment HistoryFields on HistoryEntry @_unmask {
      id
      kind
      at
      actorKind
      officer {
        id
        name
      }
      organisation {
        id
        name
      }
      toOrganisation {
        id
        name
      }
      text
      stateAfter
      reasonCode
      promisedOn
      noProofReason
      attachments {
        ...AttachmentFields
      }
    }
  `,
  [AttachmentFields],
);

export const ReportHistoryFields = graphql(
  `
    fragment ReportHistoryFields on Report {
      history {
        ...HistoryFields
      }
    }
  `,
  [HistoryFields],
);
