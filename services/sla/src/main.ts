import 'reflect-metadata';
import { systemClock } from '@lapor/clock';
import { httpReceiver } from '@lapor/events';
import { createLogger } from '@lapor/logging';
import { serveService, stopOnSignals } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { readSlaEnvironment } from './environment.ts';
import { startSla } from './service.ts';

const environment = readSlaEnvironment(process.env);
const logger = createLogger('sla', environment.LOG_LEVEL);
const tokens = createTokens(environment.SERVICE_SECRET);
const service = await startSla({
  databaseUrl: environment.SLA_DATABASE_URL,
  serviceSecret: environment.SERVICE_SECRET,
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
service.connect({ reports: httpReceiver(environment.REPORTS_URL, tokens) });

stopOnSignals(
  logger,
  () => server.close(),
  () => service[Symbol.asyncDispose](),
);
