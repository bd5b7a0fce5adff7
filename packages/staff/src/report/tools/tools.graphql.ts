import { graphql } from '../../graphql.ts';

/** What the tools need beside what the page reads anyway. */
export const ReportToolsFields = graphql(`
  fragment ReportToolsFields on Report {
    id
    viewerCanRedact
    viewerCanRedactByAnyRule
  }
`);
