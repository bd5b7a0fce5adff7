import { graphql } from '../../graphql.ts';

/** States, and rates of them: read from one table, however many rows. */
export const StateFigures = graphql(`
  fragment StateFigures on Figures @_unmask {
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
  }
`);

export const TimeFigures = graphql(`
  fragment TimeFigures on DurationFigures @_unmask {
    count
    open
    medianDays
    ninetiethPercentileDays
    medianDaysWithOpen
  }
`);

/** What reporters say, and whether promises were kept. */
export const OpinionFigures = graphql(`
  fragment OpinionFigures on Figures @_unmask {
    received
    inProgress
    completed
    rated
    averageRating
    satisfiedRate
    disputeRate
    reopenRate
    withObstacles
    promisesKept
    promisesBroken
    keptPromiseRate
  }
`);

/** Steps that ended in the period, kept in time or late. */
export const StepShare = graphql(`
  fragment StepShare on Figures @_unmask {
    steps {
      onTime
      late
      onTimeRate
    }
  }
`);
