import 'reflect-metadata';
import { systemClock } from '@lapor/clock';
import { httpReceiver } from '@lapor/events';
import { createLogger } from '@lapor/logging';
import { serveService, stopOnSignals } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { environment } from './environment.ts';
import { httpAdminBook, httpContactBook, httpReplyBook } from './modules/contacts/index.ts';
import { gatewaysOf } from './modules/sms/index.ts';
import { doorsOf } from './door-settings.ts';
import { startChannels } from './service.ts';

const settings = environment(process.env);
const logger = createLogger('channels', settings.LOG_LEVEL);
const tokens = createTokens(settings.SERVICE_SECRET);
const service = await startChannels({
  databaseUrl: settings.CHANNELS_DATABASE_URL,
  serviceSecret: settings.SERVICE_SECRET,
  clock: systemClock,
  logger,
  publicUrl: settings.PUBLIC_URL,
  contactBook: httpContactBook({
    reportsUrl: settings.REPORTS_URL,
    identityUrl: settings.IDENTITY_URL,
    organisationsUrl: settings.ORGANISATIONS_URL,
    slaUrl: settings.SLA_URL,
    tokens,
  }),
  admins: httpAdminBook(settings.ORGANISATIONS_URL, tokens),
  replies: httpReplyBook({ reportsUrl: settings.REPORTS_URL, tokens }),
  ...doorsOf(settings),
  smtpUrl: settings.SMTP_URL,
  mailFrom: settings.MAIL_FROM,
  replyTo: settings.MAIL_REPLY_TO,
  gatewayUrl: settings.GATEWAY_URL ? () => new URL(settings.GATEWAY_URL!).origin : undefined,
  smsCallbackSecrets: settings.SMS_CALLBACK_SECRET,
  smsGateways: gatewaysOf(settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_TOKEN),
  smppUrls: settings.SMPP_URL,
  quietHours: settings.SMS_QUIET_HOURS,
  webhookLoopback: settings.WEBHOOK_LOOPBACK === 'allowed',
  production: settings.NODE_ENV === 'production',
});
const server = await serveService({ service, tokens, logger, port: settings.PORT, host: settings.HOST });
service.connect({
  reports: httpReceiver(settings.REPORTS_URL, tokens),
  sla: httpReceiver(settings.SLA_URL, tokens),
});
logger.info({ port: settings.PORT }, 'channels is ready');

stopOnSignals(
  logger,
  () => server.close(),
  () => service[Symbol.asyncDispose](),
);
