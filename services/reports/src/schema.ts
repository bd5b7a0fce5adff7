import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSubgraph } from '@lapor/subgraph';
import type { ReportsContext } from './context.ts';
import { AuditResolver } from './modules/audit/resolver.ts';
import { CategoryResolver, toCategory } from './modules/category/index.ts';
import { HandOverResolver } from './modules/hand-over/index.ts';
import { HandlingMutations } from './modules/handling/index.ts';
import { IdentityMutations } from './modules/identity/mutations.ts';
import { ReportFieldResolver } from './modules/report/field-resolver.ts';
import { toReport } from './modules/report/mapper.ts';
import { ReportQueries } from './modules/report/queries.ts';
import { ReporterMutations, SubmissionMutations } from './modules/reporter/index.ts';
import { SupportMutations } from './modules/support/index.ts';

/** The service's part of the graph; no I/O. */
export const buildReportsSchema = (): GraphQLSchema =>
  buildSubgraph<ReportsContext>({
    resolvers: [
      ReportQueries,
      AuditResolver,
      ReportFieldResolver,
      CategoryResolver,
      SubmissionMutations,
      HandlingMutations,
      HandOverResolver,
      ReporterMutations,
      IdentityMutations,
      SupportMutations,
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
