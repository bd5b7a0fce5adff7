import 'reflect-metadata';
import { systemClock } from '@lapor/clock';
import { createLogger } from '@lapor/logging';
import { serveService, stopOnSignals } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { environment } from './environment.ts';
import { httpMailer } from './modules/mailer/index.ts';
import { startIdentity } from './service.ts';

const settings = environment(process.env);
const logger = createLogger('identity', settings.LOG_LEVEL);
const tokens = createTokens(settings.SERVICE_SECRET);
const service = await startIdentity({
  databaseUrl: settings.IDENTITY_DATABASE_URL,
  serviceSecret: settings.SERVICE_SECRET,
  authSecret: settings.AUTH_SECRET,
  clock: systemClock,
  logger,
  publicUrl: settings.PUBLIC_URL,
  mailer: httpMailer(settings.CHANNELS_URL, tokens),
  production: settings.NODE_ENV === 'production',
});
const server = await serveService({ service, tokens, logger, port: settings.PORT, host: settings.HOST });
service.connect({});
logger.info({ port: settings.PORT }, 'identity is ready');

stopOnSignals(
  logger,
  () => server.close(),
  () => service[Symbol.asyncDispose](),
);
