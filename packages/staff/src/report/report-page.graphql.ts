import { WaitingAnswersFields } from '../approval/approval.graphql.ts';
import { graphql } from '../graphql.ts';
import { ReportNotesFields } from '../notes/notes.graphql.ts';
import { ReportOversightFields } from '../oversight/oversight.graphql.ts';
import { AnswerFields } from './answering/answering.graphql.ts';
import { ReportClocksFields } from './clocks/clocks.graphql.ts';
import { ReportActionsFields } from './deciding/deciding.graphql.ts';
import { HandOverFields } from './handing-over/handing-over.graphql.ts';
import { ReportHandlingFields } from './handling/handling.graphql.ts';
import { ReportHistoryFields } from './history/history.graphql.ts';
import {
  ReportHeadFields,
  ReportTextFields,
  SimilarReportsFields,
} from './reading/report-reading.graphql.ts';
import { ReportToolsFields } from './tools/tools.graphql.ts';
import { VerificationFields } from './verifying/verifying.graphql.ts';

export const ReportPageDocument = graphql(
  `
    query ReportPage($number: String!) {
      report(number: $number) {
        id
        number
        title
        version
        updatedAt
        viewerCanVerify
        ...ReportHeadFields
        ...ReportTextFields
        ...ReportClocksFields
        ...ReportHistoryFields
        ...ReportActionsFields
        ...HandOverFields
        ...AnswerFields
        ...ReportNotesFields
        ...ReportHandlingFields
        ...ReportToolsFields
        ...WaitingAnswersFields
        ...SimilarReportsFields
        ...VerificationFields
        ...ReportOversightFields
      }
    }
  `,
  [
    ReportHeadFields,
    ReportTextFields,
    ReportClocksFields,
    ReportHistoryFields,
    ReportActionsFields,
    HandOverFields,
    AnswerFields,
    ReportNotesFields,
    ReportHandlingFields,
    ReportToolsFields,
    WaitingAnswersFields,
    SimilarReportsFields,
    VerificationFields,
    ReportOversightFields,
  ],
);
