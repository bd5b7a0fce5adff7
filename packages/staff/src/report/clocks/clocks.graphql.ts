import { graphql } from '../../graphql.ts';

export const ClockFields = graphql(`
  fragment ClockFields on Clock @_unmask {
    id
    kind
    status
    startedAt
    stoppedAt
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
      startedOn
      length
      unit
      countedDays
      skippedDays {
        date
        reason
      }
      sentence
      inEnglish: sentence(language: EN)
    }
  }
`);

export const ReportClocksFields = graphql(
  `
    fragment ReportClocksFields on Report {
      clocks {
        ...ClockFields
      }
      warnings {
        id
        clockId
        kind
        at
      }
    }
  `,
  [ClockFields],
);
