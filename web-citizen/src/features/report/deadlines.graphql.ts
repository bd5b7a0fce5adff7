import { graphql } from '../../graphql.ts';

export const ClockFragment = graphql(`
  fragment ShownClock on Clock @_unmask {
    id
    kind
    status
    startedAt
    stoppedAt
    dueAt
    dueOn
    timeZone
    isEstimated
    urgency
    workingDaysLeft
    organisation {
      id
      name
    }
    explanation {
      startEvent
      startedOn
      length
      unit
      countedDays
      skippedDays {
        date
        reason
      }
      pauses {
        from
        until
        reason
      }
      cappedByOuterLimit
      policyVersion
      calendarVersion
      sentence
      inEnglish: sentence(language: EN)
    }
  }
`);

export const DeadlinesFragment = graphql(
  `
    fragment Deadlines on Report {
      id
      state
      clocks {
        ...ShownClock
      }
      nextClock {
        id
      }
      warnings {
        id
        clockId
        at
      }
    }
  `,
  [ClockFragment],
);
