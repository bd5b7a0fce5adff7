import { ChangeFaults } from '@lapor/staff/documents';
import { graphql } from '../graphql.ts';

export const HolidayFields = graphql(`
  fragment HolidayFields on Holiday @_unmask {
    date
    name
    kind
    status
    decree
  }
`);

export const RecalculationFields = graphql(`
  fragment RecalculationFields on Recalculation @_unmask {
    state
    total
    done
    finishedAt
  }
`);

export const CalendarDocument = graphql(
  `
    query Calendar($year: Int!) {
      holidays(year: $year) {
        ...HolidayFields
      }
      calendarVersions(first: 5) {
        edges {
          node {
            version
            effectiveAt
            decree
            changeCount
          }
        }
      }
      recalculation {
        ...RecalculationFields
      }
    }
  `,
  [HolidayFields, RecalculationFields],
);

export const RecalculationDocument = graphql(
  `
    query RecalculationProgress {
      recalculation {
        ...RecalculationFields
      }
    }
  `,
  [RecalculationFields],
);

export const DeadlineEffectFields = graphql(`
  fragment DeadlineEffectFields on DeadlineEffect @_unmask {
    movedCount
    laterCount
    earlierCount
    lateCount
    candidateCount
    examinedCount
    isComplete
    earliestDueOn
    latestDueOn
    byKind {
      kind
      movedCount
    }
    examples {
      report {
        id
        number
      }
      kind
      dueOnBefore
      dueOnAfter
    }
  }
`);

export const PreviewCalendarDocument = graphql(
  `
    query PreviewCalendar($daysOff: [LocalDate!]!, $workingDays: [LocalDate!]!) {
      previewCalendarChange(daysOff: $daysOff, workingDays: $workingDays) {
        ...DeadlineEffectFields
      }
    }
  `,
  [DeadlineEffectFields],
);

export const SaveHolidayDocument = graphql(
  `
    mutation SaveHoliday($input: SaveHolidayInput!) {
      result: saveHoliday(input: $input) {
        __typename
        ... on CalendarChanged {
          calendarVersion
        }
        ...ChangeFaults
      }
    }
  `,
  [ChangeFaults],
);

export const RemoveHolidayDocument = graphql(
  `
    mutation RemoveHoliday($input: RemoveHolidayInput!) {
      result: removeHoliday(input: $input) {
        __typename
        ... on CalendarChanged {
          calendarVersion
        }
        ...ChangeFaults
      }
    }
  `,
  [ChangeFaults],
);

export const ImportHolidaysDocument = graphql(
  `
    mutation ImportHolidays($input: ImportHolidaysInput!) {
      result: importHolidays(input: $input) {
        __typename
        ... on HolidaysImported {
          calendarVersion
          unchangedCount
          changes {
            date
            before {
              ...HolidayFields
            }
            after {
              ...HolidayFields
            }
          }
        }
        ... on HolidayFileFaulty {
          faults {
            line
            field
            message
          }
        }
        ...ChangeFaults
      }
    }
  `,
  [HolidayFields, ChangeFaults],
);
