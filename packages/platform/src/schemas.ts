import type { GraphQLSchema } from 'graphql';
import { buildOrganisationsSchema } from '@lapor/service-organisations';
import { buildReportsSchema } from '@lapor/service-reports';
import { buildSlaSchema } from '@lapor/service-sla';

/** The schema of each subgraph by name; no I/O. */
export const subgraphSchemas = (): Record<string, GraphQLSchema> => ({
  organisations: buildOrganisationsSchema(),
  reports: buildReportsSchema(),
  sla: buildSlaSchema(),
});
