import { z } from 'zod';
import {
  databaseUrl,
  gatewayUrls,
  origin,
  port,
  readEnvironment,
  secret,
  secrets,
  quietHours,
  smppUrls,
} from '@lapor/environment';
import { doorSettings } from './door-settings.ts';

/** Settings of the service in a process of its own. */
export const environment = (source: Record<string, string | undefined>) =>
  readEnvironment(
    {
      CHANNELS_DATABASE_URL: databaseUrl.describe('connection URL of the role lapor_channels'),
      SERVICE_SECRET: secret.describe('the secret that all services share'),
      PUBLIC_URL: origin.describe('origin of the platform, for links in messages'),
      REPORTS_URL: z.url().describe('where the reports service listens, for addresses'),
      ORGANISATIONS_URL: z.url().describe('where the organisations service listens, for addresses of heads'),
      SLA_URL: z.url().describe('where the sla service listens, for letters of the Ombudsman'),
      IDENTITY_URL: z.url().describe('where the identity service listens, for addresses of accounts'),
      MAIL_FROM: z.email().describe('address of the sender'),
      MAIL_REPLY_TO: z
        .email()
        .describe('where answers to mails about a report are taken in, if they are')
        .optional(),
      SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
      GATEWAY_URL: z
        .url()
        .describe('where the gateway listens, for what doors ask the graph; without it doors stay shut')
        .optional(),
      SMS_CALLBACK_SECRET: secrets.describe(
        'what callbacks of the gateway for short messages are signed with; two while they are changed',
      ),
      SMS_GATEWAY_URL: gatewayUrls.describe('where short messages are handed over; two for fail-over'),
      SMS_GATEWAY_TOKEN: z
        .string()
        .describe('shown there as a bearer token; one each, or one for all')
        .optional(),
      SMPP_URL: smppUrls.describe('operators that short messages go to and come from'),
      SMS_QUIET_HOURS: quietHours.describe('when news by phone waits for the morning'),
      WEBHOOK_LOOPBACK: z
        .enum(['allowed', 'refused'])
        .default('refused')
        .describe('receivers of webhooks on this machine, for trying; never in production'),
      ...doorSettings,
      // Absent means production: a forgotten setting must not open what only demonstrations show.
      NODE_ENV: z.string().default('production'),
      PORT: port.default(4106),
      HOST: z.string().default('127.0.0.1'),
      LOG_LEVEL: z.string().default('info'),
    },
    source,
  );
