import 'reflect-metadata';
import { systemClock } from '@lapor/clock';
import { httpReceiver } from '@lapor/events';
import { createLogger } from '@lapor/logging';
import { serveService, stopOnSignals } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { readSlaEnvironment } from './environment.ts';
import { httpPostHolders } from './modules/digest/index.ts';
import { httpDirectory } from './modules/letter/index.ts';
import { httpReporters } from './modules/oversight/index.ts';
import { startSla } from './service.ts';

const environment = readSlaEnvironment(process.env);
const logger = createLogger('sla', environment.LOG_LEVEL);
const tokens = createTokens(environment.SERVICE_SECRET);
const service = await startSla({
  databaseUrl: environment.SLA_DATABASE_URL,
  serviceSecret: environment.SERVICE_SECRET,
  clock: systemClock,
  logger,
  isReporter: httpReporters(environment.REPORTS_URL, tokens),
  postHolders: httpPostHolders(environment.ORGANISATIONS_URL, tokens),
  directory: httpDirectory(environment.ORGANISATIONS_URL, tokens),
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
  channels: httpReceiver(environment.CHANNELS_URL, tokens),
});

stopOnSignals(
  logger,
  () => server.close(),
  () => service[Symbol.asyncDispose](),
);
