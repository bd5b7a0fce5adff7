import { graphql } from '../../graphql.ts';

/** What is told of a group of reports: by state, as rates with both denominators, in days, and what reporters say. */
export const FiguresFragment = graphql(`
  fragment GroupFigures on Figures {
    received
    submitted
    postponed
    disposed
    inProgress
    completed
    archived
    followUpRate
    followUpRateWithoutArchived
    completionRate
    completionRateWithoutArchived
    rated
    averageRating
    satisfiedRate
    disputeRate
    reopenRate
    keptPromiseRate
    handedOver
    isSuppressed
    toFollowUp {
      count
      meanDays
      medianDays
      ninetiethPercentileDays
      medianDaysWithOpen
    }
    toCompletion {
      count
      meanDays
      medianDays
      ninetiethPercentileDays
      medianDaysWithOpen
    }
  }
`);
