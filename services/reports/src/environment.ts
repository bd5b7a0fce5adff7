import { z } from 'zod';
import { databaseUrl, origin, port, readEnvironment, secret, secrets } from '@lapor/environment';
import { receiptKeys } from './receipt-keys.ts';

/** Settings of the service as a process of its own. */
export const readSettings = (source: Record<string, string | undefined>) =>
  readEnvironment(
    {
      REPORTS_DATABASE_URL: databaseUrl.describe('a postgresql:// URL of the service’s own role'),
      SERVICE_SECRET: secret.describe('at least 32 characters, the same for all services'),
      REPORTS_SECRET: secret.describe('at least 32 characters, this service’s own'),
      SEALING_KEYS: secrets.describe('key-encryption keys, newest first, with commas between them'),
      RECEIPT_KEYS: receiptKeys(source.NODE_ENV ?? 'production'),
      PUBLIC_URL: origin.describe('origin of the platform, for addresses on receipts'),
      FILES_DIRECTORY: z.string().min(1).describe('a folder for attachments'),
      HISTORY_HEADS_DIRECTORY: z
        .string()
        .min(1)
        .optional()
        .describe(
          'a folder for the log of histories’ heads, best where no administrator of the database writes',
        ),
      FILES_URL: z
        .string()
        .regex(/^s3:\/\/[^/?]+(\?|$)/)
        .optional()
        .describe('s3://bucket?region=…&endpoint=… in place of the folder, for files'),
      CLAMD_URL: z
        .string()
        .regex(/^(tcp:\/\/[^/]+|unix:\/.+)$/)
        .optional()
        .describe('tcp://host:3310 or unix:/path of a clamd that looks into uploads; without it nobody does'),
      PORT: port.default(4101),
      HOST: z.string().default('127.0.0.1'),
      SLA_URL: z.url().describe('where the service `sla` answers'),
      ORGANISATIONS_URL: z.url().describe('where the service `organisations` answers'),
      CHANNELS_URL: z.url().describe('where the service `channels` answers'),
      LOG_LEVEL: z.string().default('info'),
    },
    source,
  );
