import { systemClock } from '@lapor/clock';
import { httpReceiver } from '@lapor/events';
import { createLogger } from '@lapor/logging';
import { serveService, stopOnSignals } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { readSettings } from './environment.ts';
import { httpRouteRules } from './modules/suggestion/index.ts';
import { startReports } from './service.ts';

const settings = readSettings(process.env);
const logger = createLogger('reports', settings.LOG_LEVEL);
const tokens = createTokens(settings.SERVICE_SECRET);
const service = await startReports({
  databaseUrl: settings.REPORTS_DATABASE_URL,
  serviceSecret: settings.SERVICE_SECRET,
  reportsSecret: settings.REPORTS_SECRET,
  sealingKeys: settings.SEALING_KEYS,
  receiptKeys: settings.RECEIPT_KEYS,
  publicUrl: settings.PUBLIC_URL,
  filesDirectory: settings.FILES_DIRECTORY,
  historyHeadsDirectory: settings.HISTORY_HEADS_DIRECTORY,
  filesUrl: settings.FILES_URL,
  clamdUrl: settings.CLAMD_URL,
  routeRules: httpRouteRules(settings.ORGANISATIONS_URL, tokens),
  clock: systemClock,
  logger,
});
const server = await serveService({
  service,
  tokens,
  logger,
  port: settings.PORT,
  host: settings.HOST,
});
service.connect({
  sla: httpReceiver(settings.SLA_URL, tokens),
  channels: httpReceiver(settings.CHANNELS_URL, tokens),
  organisations: httpReceiver(settings.ORGANISATIONS_URL, tokens),
});

stopOnSignals(
  logger,
  () => server.close(),
  () => service[Symbol.asyncDispose](),
);
