import { graphql } from '../../graphql.ts';

/** In the zone of the national desk, which verifies. */
export const DeadlinePreviewDocument = graphql(`
  query DeadlinePreview($startedAt: DateTime!) {
    deadlinePreview(startedAt: $startedAt, rule: VERIFICATION, timeZone: "Asia/Jakarta") {
      dueOn
      isEstimated
    }
  }
`);

/** The real clock of a report that was just filed; it appears a few seconds later. */
export const VerificationClockDocument = graphql(`
  query VerificationClock($number: String!) {
    report(number: $number) {
      id
      clocks {
        id
        kind
        dueOn
        isEstimated
      }
    }
  }
`);
