import { z } from 'zod';
import { databaseUrl, origin, port, readEnvironment, secret } from '@lapor/environment';

/** Settings of the service when it runs in a process of its own. */
export const readSlaEnvironment = (source: Record<string, string | undefined>) =>
  readEnvironment(
    {
      SLA_DATABASE_URL: databaseUrl.describe('postgresql:// URL of the role of the schema sla'),
      SERVICE_SECRET: secret.describe('at least 32 characters, the same for all services'),
      PORT: port.default(4103),
      HOST: z.string().default('127.0.0.1'),
      REPORTS_URL: origin.describe('where the reports service answers').default('http://127.0.0.1:4101'),
      ORGANISATIONS_URL: origin
        .describe('where the organisations service answers, for names in letters')
        .default('http://127.0.0.1:4102'),
      CHANNELS_URL: origin.describe('where the channels service answers').default('http://127.0.0.1:4106'),
      LOG_LEVEL: z.string().default('info'),
    },
    source,
  );
