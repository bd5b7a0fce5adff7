import { graphql } from '../graphql.ts';

export const ReportCardFragment = graphql(`
  fragment ReportCard on Report {
    id
    number
    title
    state
    submittedAt
    supportCount
    region {
      code
      fullName
      timeZone
    }
    handler {
      id
      name
    }
  }
`);
