import { databaseUrl, port, readEnvironment, secret } from '@lapor/environment';
import { z } from 'zod';

/** Settings of the service as a process of its own. */
export function readOrganisationsEnvironment(source: Record<string, string | undefined>) {
  return readEnvironment(
    {
      ORGANISATIONS_DATABASE_URL: databaseUrl.describe("connection URL of this service's role"),
      ORGANISATIONS_SECRET: secret.describe("this service's own: seals files of evidence"),
      FILES_DIRECTORY: z.string().min(1).describe('a folder for files of evidence'),
      FILES_URL: z
        .string()
        .regex(/^s3:\/\/[^/?]+(\?|$)/)
        .optional()
        .describe('s3://bucket?region=…&endpoint=… in place of the folder'),
      SERVICE_SECRET: secret.describe('the same for all services'),
      PORT: port.default(4102),
      HOST: z.string().default('127.0.0.1'),
      LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
      REPORTS_URL: z.url().describe('where the reports service is'),
      SLA_URL: z.url().describe('where the sla service is'),
      IDENTITY_URL: z.url().describe('where the identity service is'),
    },
    source,
  );
}
