import { graphql } from '../../graphql.ts';

/** A signed receipt of the report, or of one answer; asked for when somebody wants it. */
export const StaffReceiptDocument = graphql(`
  query StaffReceipt($number: String!, $entryId: ID) {
    report(number: $number) {
      id
      receipt(entryId: $entryId) {
        documentPath
      }
    }
  }
`);
