import { graphql, type ResultOf } from '../../graphql.ts';

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

/** A deadline as its panel tells it. */
export type Clock = ResultOf<typeof ClockFields>;

/** What a list says of the clock that ends next. */
export const DueFields = graphql(`
  fragment DueFields on Clock @_unmask {
    kind
    status
    urgency
    workingDaysLeft
    dueOn
    timeZone
    explanation {
      unit
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
