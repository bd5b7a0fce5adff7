import { graphql } from '../../graphql.ts';

export const DeadlinePreviewDocument = graphql(`
  query DeadlinePreview($startedAt: DateTime!, $workingDays: Int!) {
    deadlinePreview(startedAt: $startedAt, workingDays: $workingDays) {
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
