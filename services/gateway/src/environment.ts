import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { origin, port, readEnvironment, secret } from '@lapor/environment';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const serviceUrl = z.url({ protocol: /^https?$/ });

/** `true`, or a comma-separated list of addresses and networks whose word on a client's address is believed. */
const trustProxy = z
  .string()
  .transform((value) => (value === 'true' ? true : value === 'false' ? false : value.split(/\s*,\s*/)))
  .default(false);

/** Settings of the gateway in a process of its own. */
export const environment = (source: Record<string, string | undefined>) =>
  readEnvironment(
    {
      REPORTS_URL: serviceUrl.describe('where the reports service listens'),
      ORGANISATIONS_URL: serviceUrl.describe('where the organisations service listens'),
      SLA_URL: serviceUrl.describe('where the sla service listens'),
      IDENTITY_URL: serviceUrl.describe('where the identity service listens'),
      CHANNELS_URL: serviceUrl.describe('where the channels service listens'),
      SERVICE_SECRET: secret.describe('the secret that all services share'),
      PUBLIC_URL: origin.describe('origin of the platform'),
      // Absent means production: a forgotten setting must not open what only development shows.
      NODE_ENV: z.string().default('production'),
      PORT: port.default(4100),
      HOST: z.string().default('127.0.0.1'),
      TRUST_PROXY: trustProxy.describe('which proxies may tell the address of a client'),
      PUBLIC_ANSWER_MILLISECONDS: z.coerce
        .number()
        .int()
        .min(0)
        .max(10_000)
        .default(2_000)
        .describe('how long readers without any credential share an answer of published data'),
      WEB_ROOT: z.string().default(checkout).describe('folder that holds web-citizen/dist and the others'),
      LOG_LEVEL: z.string().default('info'),
    },
    source,
  );
