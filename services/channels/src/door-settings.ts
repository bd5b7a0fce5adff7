import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OpenDoors } from './doors.ts';

const provider = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });
const word = z.string().min(10, 'must have at least 10 characters');
const digits = z.string().regex(/^\d{1,20}$/, 'must be digits');
const file = z.string().transform((path, context) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    context.addIssue({ code: 'custom', message: 'cannot be read' });
    return z.NEVER;
  }
});

/** The settings of doors, for the process of this service and for the platform in one process. */
export const doorSettings = {
  MAIL_IN_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .describe('where mail is taken in by SMTP, behind the own mail server')
    .optional(),
  MAIL_IN_HOST: z.string().default('127.0.0.1'),
  MAIL_IN_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain such as lapor.go.id')
    .describe('domain of lapor@, balas+…@ and pantulan@')
    .optional(),
  MAIL_IN_TLS_KEY: file.describe('PEM file of the key for STARTTLS').optional(),
  MAIL_IN_TLS_CERT: file.describe('PEM file of the certificate for STARTTLS').optional(),
  MAIL_IN_TRUSTED: z
    .string()
    .describe('name of the mail server whose Authentication-Results count')
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'must be a token of the BotFather')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{32,256}$/, 'must be 32 to 256 of A-Z a-z 0-9 _ -')
    .optional(),
  TELEGRAM_API_URL: provider.optional(),
  WHATSAPP_TOKEN: word.optional(),
  WHATSAPP_PHONE_ID: digits.optional(),
  WHATSAPP_APP_SECRET: word.optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  WHATSAPP_TEMPLATE: z
    .string()
    .regex(/^[a-z0-9_]+$/, 'must be the name of a template')
    .optional(),
  WHATSAPP_API_URL: provider.optional(),
  X_CONSUMER_KEY: word.optional(),
  X_CONSUMER_SECRET: word.optional(),
  X_ACCESS_TOKEN: word.optional(),
  X_ACCESS_SECRET: word.optional(),
  X_USER_ID: digits.optional(),
  X_API_URL: provider.optional(),
};

type Values = z.infer<z.ZodObject<typeof doorSettings>>;

/** Settings that belong together and are not all there. */
export function doorFaults(values: Values): string[] {
  return [
    ...together(values, ['MAIL_IN_PORT', 'MAIL_IN_DOMAIN']),
    ...together(values, ['MAIL_IN_TLS_KEY', 'MAIL_IN_TLS_CERT']),
    ...together(values, ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET']),
    ...together(values, [
      'WHATSAPP_TOKEN',
      'WHATSAPP_PHONE_ID',
      'WHATSAPP_APP_SECRET',
      'WHATSAPP_VERIFY_TOKEN',
    ]),
    ...together(values, [
      'X_CONSUMER_KEY',
      'X_CONSUMER_SECRET',
      'X_ACCESS_TOKEN',
      'X_ACCESS_SECRET',
      'X_USER_ID',
    ]),
  ];
}

function together(values: Values, names: readonly (keyof Values)[]): string[] {
  const missing = names.filter((name) => values[name] === undefined);
  return missing.length === 0 || missing.length === names.length
    ? []
    : missing.map(
        (name) => `${name} is missing (it goes with ${names.filter((other) => other !== name).join(', ')})`,
      );
}

/** Which doors the settings open. @throws with all that is missing. */
export function doorsOf(values: Values): OpenDoors {
  const faults = doorFaults(values);
  if (faults.length > 0) throw new Error(faults.join('; '));
  const { MAIL_IN_PORT: port, MAIL_IN_DOMAIN: domain, TELEGRAM_BOT_TOKEN: botToken } = values;
  const { MAIL_IN_TLS_KEY: key, MAIL_IN_TLS_CERT: cert, TELEGRAM_WEBHOOK_SECRET: webhookSecret } = values;
  return {
    ...(port !== undefined &&
      domain && {
        mailIn: {
          port,
          domain: domain.toLowerCase(),
          host: values.MAIL_IN_HOST,
          tls: key && cert ? { key, cert } : undefined,
          trusted: values.MAIL_IN_TRUSTED,
        },
      }),
    ...(values.WHATSAPP_TOKEN && {
      whatsapp: {
        token: values.WHATSAPP_TOKEN,
        phoneId: values.WHATSAPP_PHONE_ID!,
        appSecret: values.WHATSAPP_APP_SECRET!,
        verifyToken: values.WHATSAPP_VERIFY_TOKEN!,
        template: values.WHATSAPP_TEMPLATE,
        apiUrl: values.WHATSAPP_API_URL,
      },
    }),
    ...(values.X_CONSUMER_KEY && {
      x: {
        consumerKey: values.X_CONSUMER_KEY,
        consumerSecret: values.X_CONSUMER_SECRET!,
        accessToken: values.X_ACCESS_TOKEN!,
        accessSecret: values.X_ACCESS_SECRET!,
        userId: values.X_USER_ID!,
        apiUrl: values.X_API_URL,
      },
    }),
    ...(botToken &&
      webhookSecret && { telegram: { botToken, webhookSecret, apiUrl: values.TELEGRAM_API_URL } }),
  };
}
