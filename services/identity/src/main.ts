import 'reflect-metadata';
import { systemClock } from '@lapor/clock';
import { httpReceiver } from '@lapor/events';
import { createLogger } from '@lapor/logging';
import { serveService, stopOnSignals } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { environment } from './environment.ts';
import { httpOfficerDirectory } from './modules/invitations/index.ts';
import { httpMailer } from './modules/mailer/index.ts';
import { httpPhoneMessenger } from './modules/phone/index.ts';
import { startIdentity } from './service.ts';

const settings = environment(process.env);
const logger = createLogger('identity', settings.LOG_LEVEL);
const tokens = createTokens(settings.SERVICE_SECRET);
const production = settings.NODE_ENV === 'production';
const service = await startIdentity({
  databaseUrl: settings.IDENTITY_DATABASE_URL,
  serviceSecret: settings.SERVICE_SECRET,
  authSecret: settings.AUTH_SECRET,
  clock: systemClock,
  logger,
  publicUrl: settings.PUBLIC_URL,
  mailer: httpMailer(settings.CHANNELS_URL, tokens),
  // There is no sender of short messages yet: outside production the local mailbox shows them.
  phoneMessenger: production ? undefined : httpPhoneMessenger(settings.CHANNELS_URL, tokens),
  officerDirectory: httpOfficerDirectory(settings.ORGANISATIONS_URL, tokens),
  production,
});
const server = await serveService({ service, tokens, logger, port: settings.PORT, host: settings.HOST });
service.connect({
  organisations: httpReceiver(settings.ORGANISATIONS_URL, tokens),
  reports: httpReceiver(settings.REPORTS_URL, tokens),
});
logger.info({ port: settings.PORT }, 'identity is ready');

stopOnSignals(
  logger,
  () => server.close(),
  () => service[Symbol.asyncDispose](),
);
