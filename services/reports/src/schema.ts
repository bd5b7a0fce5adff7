import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSubgraph } from '@lapor/subgraph';
import type { ReportsContext } from './context.ts';
import { AuditResolver } from './modules/audit/resolver.ts';
import { CategoryResolver, CategorySettingsResolver, toCategory } from './modules/category/index.ts';
import { BulkResolver } from './modules/bulk/index.ts';
import { CountedReportQueries } from './modules/counted/index.ts';
import { CorrectionMutations } from './modules/correction/index.ts';
import { DuplicateResolver } from './modules/duplicate/index.ts';
import { HandOverResolver } from './modules/hand-over/index.ts';
import { HandlingMutations } from './modules/handling/index.ts';
import { IdentityMutations } from './modules/identity/mutations.ts';
import { JunkFieldResolver, JunkResolver } from './modules/junk/graphql.ts';
import { LostCodeMutations } from './modules/lost-code/graphql.ts';
import { NotificationResolver } from './modules/notification/graphql.ts';
import { ToldResolver } from './modules/notification/told-graphql.ts';
import { OwnDataMutations } from './modules/own-data/index.ts';
import { RelayMutations } from './modules/relay/index.ts';
import { FilingFieldResolver } from './modules/on-behalf/graphql.ts';
import { ReceiptResolver } from './modules/receipt/index.ts';
import { ProofOfWorkResolver } from './modules/proof-of-work/graphql.ts';
import { DraftResolver } from './modules/draft/index.ts';
import { PendingChangeResolver } from './modules/pending-change/index.ts';
import { TemplateResolver } from './modules/template/index.ts';
import { WorkOrderFieldResolver, WorkOrderResolver } from './modules/work-order/index.ts';
import {
  ApprovalResolver,
  AssignmentApprovalResolver,
  AuthorResolver,
  ProposalFilesResolver,
} from './modules/approval/resolver.ts';
import { LeaseResolver } from './modules/lease/index.ts';
import { PresenceResolver } from './modules/presence/index.ts';
import { NoteResolver } from './modules/note/index.ts';
import { ProgrammeResolver } from './modules/programme/index.ts';
import { PublicationResolver } from './modules/publication/index.ts';
import { ReportFieldResolver } from './modules/report/field-resolver.ts';
import { toReport } from './modules/report/mapper.ts';
import { ReportQueries } from './modules/report/queries.ts';
import { ReporterMutations, SubmissionMutations } from './modules/reporter/index.ts';
import { ReferenceImportResolver } from './modules/reference-import/index.ts';
import { RetentionResolver } from './modules/retention/index.ts';
import { FollowingResolver } from './modules/following/index.ts';
import { SavedFilterResolver } from './modules/saved-filter/index.ts';
import { MapQueries } from './modules/map/index.ts';
import { SearchQueries, SimilarReportsResolver } from './modules/search/index.ts';
import { ReportSuggestionResolver, SuggestionQueries } from './modules/suggestion/index.ts';
import { SupportMutations } from './modules/support/index.ts';

/** The service's part of the graph; no I/O. */
export const buildReportsSchema = (): GraphQLSchema =>
  buildSubgraph<ReportsContext>({
    resolvers: [
      ReportQueries,
      SearchQueries,
      CountedReportQueries,
      SimilarReportsResolver,
      SuggestionQueries,
      ReportSuggestionResolver,
      MapQueries,
      SavedFilterResolver,
      FollowingResolver,
      AuditResolver,
      ReportFieldResolver,
      CategoryResolver,
      CategorySettingsResolver,
      SubmissionMutations,
      FilingFieldResolver,
      ReceiptResolver,
      JunkResolver,
      JunkFieldResolver,
      LostCodeMutations,
      NotificationResolver,
      ToldResolver,
      RelayMutations,
      OwnDataMutations,
      ProofOfWorkResolver,
      HandlingMutations,
      CorrectionMutations,
      BulkResolver,
      HandOverResolver,
      NoteResolver,
      LeaseResolver,
      PresenceResolver,
      ApprovalResolver,
      AssignmentApprovalResolver,
      AuthorResolver,
      ProposalFilesResolver,
      WorkOrderResolver,
      WorkOrderFieldResolver,
      TemplateResolver,
      DraftResolver,
      PendingChangeResolver,
      ReporterMutations,
      IdentityMutations,
      SupportMutations,
      PublicationResolver,
      ProgrammeResolver,
      RetentionResolver,
      ReferenceImportResolver,
      DuplicateResolver,
    ],
    entities: {
      Report: async ({ id }: { id: string }, { loaders, viewer, deps }) => {
        const row = await loaders.report.load(id);
        return row && toReport(row, viewer, deps);
      },
      Category: async ({ id }: { id: string }, { loaders }) => {
        const row = await loaders.category.load(id);
        return row && toCategory(row);
      },
    },
  });
