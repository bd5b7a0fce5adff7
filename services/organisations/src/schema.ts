import 'reflect-metadata';
import { buildSubgraph } from '@lapor/subgraph';
import type { GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';
import { AdoptionResolver, OrganisationStandingResolver } from './modules/adoption/graphql-index.ts';
import { AuditResolver } from './modules/audit/graphql-index.ts';
import { ClosingDaysResolver } from './modules/calendar/index.ts';
import {
  OrganisationChangeResolver,
  OrganisationChangesResolver,
  OrganisationMutations,
} from './modules/change/graphql-index.ts';
import {
  DelegationMutations,
  DelegationResolver,
  HistoryEntry,
  HistoryHolderResolver,
  OfficerDelegationsResolver,
} from './modules/delegation/graphql-index.ts';
import { HeadContactResolver, OrganisationHeadResolver } from './modules/head/index.ts';
import {
  InvitationResolver,
  OfficerMutations,
  OfficerResolver,
  OrganisationOfficersResolver,
  PostResolver,
  SuspensionResolver,
} from './modules/officer/graphql-index.ts';
import { OrganisationResolver, RegionGovernmentResolver } from './modules/organisation/index.ts';
import {
  GuidanceVisitResolver,
  OrganisationReadinessResolver,
  ReadinessDeclarationResolver,
  ReadinessMutations,
  ReadinessResolver,
} from './modules/readiness/graphql-index.ts';
import { ReferenceImportResolver } from './modules/reference-import/index.ts';
import { RegionResolver } from './modules/region/index.ts';
import {
  Category,
  CategoryRoutingResolver,
  Report,
  ReportRulesResolver,
  RouteRuleResolver,
  RoutingResolver,
} from './modules/routing/index.ts';
import { SupervisionResolver, SupervisorsResolver } from './modules/supervision/index.ts';
import { UnitsCsvResolver } from './modules/units-csv/index.ts';

/** The subgraph of the service. No I/O. */
export function buildOrganisationsSchema(): GraphQLSchema {
  return buildSubgraph<Context>({
    resolvers: [
      RegionResolver,
      OrganisationResolver,
      RegionGovernmentResolver,
      OfficerResolver,
      PostResolver,
      InvitationResolver,
      SuspensionResolver,
      OrganisationOfficersResolver,
      OfficerMutations,
      DelegationResolver,
      OfficerDelegationsResolver,
      DelegationMutations,
      HistoryHolderResolver,
      OrganisationReadinessResolver,
      ReadinessResolver,
      ReadinessDeclarationResolver,
      GuidanceVisitResolver,
      ReadinessMutations,
      OrganisationStandingResolver,
      AdoptionResolver,
      AuditResolver,
      OrganisationHeadResolver,
      HeadContactResolver,
      OrganisationChangesResolver,
      OrganisationChangeResolver,
      OrganisationMutations,
      ClosingDaysResolver,
      SupervisorsResolver,
      SupervisionResolver,
      RoutingResolver,
      RouteRuleResolver,
      CategoryRoutingResolver,
      ReportRulesResolver,
      UnitsCsvResolver,
      ReferenceImportResolver,
    ],
    // No query of this subgraph leads to them: other subgraphs do.
    orphanedTypes: [Category, Report, HistoryEntry],
    entities: {
      Region: ({ code }: { code: string }, { loaders }) => loaders.region.load(code),
      Organisation: ({ id }: { id: string }, { loaders }) => loaders.organisation.load(id),
      Officer: ({ id }: { id: string }, { loaders }) => loaders.officer.load(id),
      Category: (reference: Category) => reference,
      Report: (reference: Report) => reference,
      HistoryEntry: (reference: HistoryEntry) => reference,
    },
  });
}
