import { join, resolve } from 'node:path';
import { z } from 'zod';
import {
  databaseUrl,
  EnvironmentError,
  gatewayUrls,
  origin,
  port,
  quietHours,
  readEnvironment,
  secret,
  secrets,
  smppUrls,
} from '@lapor/environment';
import { gatewaysOf } from '@lapor/service-channels';
import { readReceiptKeys, type ReceiptKey } from '@lapor/receipt/signing';
import { doorFaults, doorSettings, doorsOf, type OpenDoors } from '@lapor/service-channels';
import { localSecrets, type Secrets } from './local-secrets.ts';

export const SERVICES = ['reports', 'organisations', 'sla', 'identity', 'channels'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Settings of the whole platform in one process. */
export interface Settings {
  port: number;
  host: string;
  publicUrl: string;
  dataDirectory: string;
  /** One administrator's URL, one URL per service, or neither: the embedded server. */
  database:
    { kind: 'embedded' } | { kind: 'one'; url: string } | { kind: 'each'; urls: Record<ServiceName, string> };
  secrets: Secrets;
  /** Key-encryption keys of `reports`, newest first; none: one that derives from its secret. */
  sealingKeys: readonly string[];
  /** Keys that sign receipts, newest first; absent: one that derives from the secret of `reports`. */
  receiptKeys: readonly ReceiptKey[] | undefined;
  /** Where `reports` keeps the log of its histories' heads; absent: beside its files. */
  historyHeadsDirectory: string | undefined;
  /** A bucket for files in place of the folder in the data directory. */
  filesUrl: string | undefined;
  /** A clamd that looks into uploads. */
  clamdUrl: string | undefined;
  smtpUrl: string | undefined;
  /** Secrets that callbacks with short messages are signed with, newest first; none: that door is shut. */
  smsCallbackSecrets: readonly string[];
  /** Where short messages are handed over; absent: the local mailbox shows them. */
  smsGateways: readonly { url: string; token?: string | undefined }[];
  /** Operators of short messages by SMPP, the first is asked first. */
  smppUrls: readonly string[];
  /** When news by phone waits for the morning; `null`: never; absent: from nine to six. */
  quietHours: { from: number; until: number } | null | undefined;
  /** Receivers of webhooks on this machine are let be; never in production. */
  webhookLoopback: boolean;
  /** Doors beside that of short messages. */
  doors: OpenDoors;
  mailFrom: string;
  /** No demo data, no default secrets. */
  production: boolean;
  logLevel: string;
  trustProxy: boolean;
}

const checkout = resolve(import.meta.dirname, '../../..');

const shape = {
  NODE_ENV: z.enum(['production', 'development', 'test']).optional(),
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: z.string().default(join(checkout, '.data')),
  DATABASE_URL: databaseUrl.optional(),
  REPORTS_DATABASE_URL: databaseUrl.optional(),
  ORGANISATIONS_DATABASE_URL: databaseUrl.optional(),
  SLA_DATABASE_URL: databaseUrl.optional(),
  IDENTITY_DATABASE_URL: databaseUrl.optional(),
  CHANNELS_DATABASE_URL: databaseUrl.optional(),
  SERVICE_SECRET: secret.optional(),
  REPORTS_SECRET: secret.optional(),
  SEALING_KEYS: secrets,
  RECEIPT_KEYS: z
    .string()
    .transform((setting, context): readonly ReceiptKey[] => {
      const keys = readReceiptKeys(setting);
      if (typeof keys !== 'string') return keys;
      context.addIssue({ code: 'custom', message: keys });
      return z.NEVER;
    })
    .optional(),
  HISTORY_HEADS_DIRECTORY: z.string().min(1).optional(),
  ORGANISATIONS_SECRET: secret.optional(),
  AUTH_SECRET: secret.optional(),
  FILES_URL: z
    .string()
    .regex(/^s3:\/\/[^/?]+(\?|$)/, 'must be s3://bucket?region=…&endpoint=…')
    .optional(),
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/]+|unix:\/.+)$/, 'must be tcp://host:3310 or unix:/path')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' }).optional(),
  SMS_CALLBACK_SECRET: secrets,
  SMS_GATEWAY_URL: gatewayUrls,
  SMS_GATEWAY_TOKEN: z.string().optional(),
  SMPP_URL: smppUrls,
  SMS_QUIET_HOURS: quietHours,
  WEBHOOK_LOOPBACK: z.enum(['allowed', 'refused']).default('refused'),
  ...doorSettings,
  MAIL_FROM: z.string().default('LAPOR! <lapor@localhost>'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
  TRUST_PROXY: z.enum(['true', 'false']).default('false'),
};

const NEEDED_IN_PRODUCTION = [
  'SERVICE_SECRET',
  'REPORTS_SECRET',
  'ORGANISATIONS_SECRET',
  'AUTH_SECRET',
  'RECEIPT_KEYS',
  'PUBLIC_URL',
  'SMTP_URL',
] as const;

/** The single values; what is missing is named together with what is wrong. */
function readValues(source: Record<string, string | undefined>, missing: readonly string[]) {
  try {
    return readEnvironment(shape, source);
  } catch (error) {
    throw error instanceof EnvironmentError ? new EnvironmentError([...error.faults, ...missing]) : error;
  }
}

/**
 * Reads the settings. Outside production, secrets that are not given are made once and kept in the data directory.
 * @throws EnvironmentError with all faults.
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const production = source.NODE_ENV === 'production';
  const missing = production
    ? NEEDED_IN_PRODUCTION.filter((name) => !source[name]).map(
        (name) => `${name} is missing (production has no defaults for it)`,
      )
    : [];
  const values = readValues(source, missing);
  const each = Object.fromEntries(
    SERVICES.map((name) => [name, values[`${name.toUpperCase()}_DATABASE_URL` as 'SLA_DATABASE_URL']]),
  );
  const given = SERVICES.filter((name) => each[name]);
  const faults = [
    ...(given.length > 0 && given.length < SERVICES.length
      ? SERVICES.filter((name) => !each[name]).map(
          (name) =>
            `${name.toUpperCase()}_DATABASE_URL is missing (either all services have a URL of their own, or none)`,
        )
      : []),
    ...(given.length > 0 && values.DATABASE_URL
      ? ['DATABASE_URL and URLs per service exclude each other']
      : []),
    ...(production && values.WEBHOOK_LOOPBACK === 'allowed'
      ? ['WEBHOOK_LOOPBACK must not be allowed in production']
      : []),
    ...doorFaults(values),
    ...missing,
  ];
  if (faults.length > 0) throw new EnvironmentError(faults);

  const dataDirectory = resolve(values.DATA_DIR);
  const local = production ? null : localSecrets(dataDirectory);
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    dataDirectory,
    database:
      given.length > 0
        ? { kind: 'each', urls: each as Record<ServiceName, string> }
        : values.DATABASE_URL
          ? { kind: 'one', url: values.DATABASE_URL }
          : { kind: 'embedded' },
    secrets: {
      service: values.SERVICE_SECRET ?? local!.service,
      reports: values.REPORTS_SECRET ?? local!.reports,
      organisations: values.ORGANISATIONS_SECRET ?? local!.organisations,
      auth: values.AUTH_SECRET ?? local!.auth,
    },
    sealingKeys: values.SEALING_KEYS,
    receiptKeys: values.RECEIPT_KEYS,
    historyHeadsDirectory: values.HISTORY_HEADS_DIRECTORY && resolve(values.HISTORY_HEADS_DIRECTORY),
    filesUrl: values.FILES_URL,
    clamdUrl: values.CLAMD_URL,
    smtpUrl: values.SMTP_URL,
    smsCallbackSecrets: values.SMS_CALLBACK_SECRET,
    smsGateways: gatewaysOf(values.SMS_GATEWAY_URL, values.SMS_GATEWAY_TOKEN),
    smppUrls: values.SMPP_URL,
    quietHours: values.SMS_QUIET_HOURS,
    webhookLoopback: values.WEBHOOK_LOOPBACK === 'allowed',
    doors: doorsOf(values),
    mailFrom: values.MAIL_FROM,
    production,
    logLevel: values.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    trustProxy: values.TRUST_PROXY === 'true',
  };
}
