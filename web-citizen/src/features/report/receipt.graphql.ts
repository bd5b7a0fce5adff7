import { graphql } from '../../graphql.ts';

/** A signed receipt; asked for when somebody wants it. */
export const ReceiptDocument = graphql(`
  query ReportReceipt($number: String!, $entryId: ID) {
    report(number: $number) {
      id
      receipt(entryId: $entryId) {
        checkUrl
        documentPath
      }
    }
  }
`);
