import 'reflect-metadata';
import { systemClock } from '@lapor/clock';
import { httpReceiver } from '@lapor/events';
import { createLogger } from '@lapor/logging';
import { serveService, stopOnSignals } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { readOrganisationsEnvironment } from './environment.ts';
import { startOrganisations } from './service.ts';

const environment = readOrganisationsEnvironment(process.env);
const logger = createLogger('organisations', environment.LOG_LEVEL);
const tokens = createTokens(environment.SERVICE_SECRET);
const service = await startOrganisations({
  databaseUrl: environment.ORGANISATIONS_DATABASE_URL,
  organisationsSecret: environment.ORGANISATIONS_SECRET,
  filesDirectory: environment.FILES_URL ?? environment.FILES_DIRECTORY,
  clock: systemClock,
  logger,
});
const server = await serveService({
  service,
  tokens,
  logger,
  port: environment.PORT,
  host: environment.HOST,
});
service.connect({
  reports: httpReceiver(environment.REPORTS_URL, tokens),
  sla: httpReceiver(environment.SLA_URL, tokens),
  identity: httpReceiver(environment.IDENTITY_URL, tokens),
});

stopOnSignals(
  logger,
  () => server.close(),
  () => service[Symbol.asyncDispose](),
);
