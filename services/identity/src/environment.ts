import { z } from 'zod';
import { databaseUrl, origin, port, readEnvironment, secret } from '@lapor/environment';

/** Settings of the service in a process of its own. */
export const environment = (source: Record<string, string | undefined>) =>
  readEnvironment(
    {
      IDENTITY_DATABASE_URL: databaseUrl.describe('connection URL of the role lapor_identity'),
      SERVICE_SECRET: secret.describe('the secret that all services share'),
      AUTH_SECRET: secret.describe('the secret of this service alone'),
      PUBLIC_URL: origin.describe('origin of the platform'),
      CHANNELS_URL: z.url().describe('where the channels service listens, for mail and phone codes'),
      ORGANISATIONS_URL: z
        .url()
        .describe('where the organisations service listens, for officers’ addresses and events'),
      REPORTS_URL: z.url().describe('where the reports service listens, for events'),
      // Absent means production: a forgotten setting must not open what only demonstrations show.
      NODE_ENV: z.string().default('production'),
      PORT: port.default(4105),
      HOST: z.string().default('127.0.0.1'),
      LOG_LEVEL: z.string().default('info'),
    },
    source,
  );
