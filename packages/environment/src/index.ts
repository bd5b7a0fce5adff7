import { z } from 'zod';

/** All faults of the environment at once: one line per variable, with what would be right. */
export class EnvironmentError extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`The settings are not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'EnvironmentError';
    this.faults = faults;
  }
}

/**
 * Reads settings from environment variables against a schema.
 * Empty strings count as absent.
 * @throws EnvironmentError naming every variable at fault.
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: Record<string, string | undefined>,
): z.infer<z.ZodObject<Shape>> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = z.object(shape).safeParse(present);
  if (result.success) return result.data;
  throw new EnvironmentError(
    result.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return present[name] === undefined
        ? `${name} is missing (${describe(shape, name)})`
        : `${name}: ${issue.message}`;
    }),
  );
}

function describe(shape: z.ZodRawShape, name: string): string {
  const field = shape[name] as z.ZodType | undefined;
  return field?.description ?? 'required';
}

/** A TCP port from text. */
export const port = z.coerce.number().int().min(0).max(65535);

/** A secret: at least 32 characters, so that it cannot be guessed. */
export const secret = z.string().min(32, 'must have at least 32 characters');

/** Secrets, newest first, with commas between them; none when absent. */
export const secrets = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every((part) => part.length >= 32), 'each must have at least 32 characters')
  .refine((parts) => new Set(parts).size === parts.length, 'names a secret twice')
  .default([]);

const listOf = (protocol: RegExp, error: string) =>
  z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every((part) => z.url({ protocol }).safeParse(part).success), error)
    .refine((parts) => new Set(parts).size === parts.length, 'names an address twice')
    .default([]);

/** Gateways for short messages: http(s) URLs with commas between them, in the order in which they are asked; none when absent. */
export const gatewayUrls = listOf(/^https?$/, 'must be http:// or https:// URLs with commas between them');

/** Operators: `smpp://system:password@host:port?…` or `smpps://…`, with commas between them, the first is asked first; none when absent. */
export const smppUrls = listOf(
  /^smpps?$/,
  'must be smpp:// or smpps:// URLs with commas between them',
).refine(
  (parts) => parts.every((part) => part === '' || /^[^/]+:\/\/[^:@/]+:[^@/]*@./.test(part)),
  'each needs a system id and a password: smpp://system:password@host:2775',
);

/** Hours of the clock of whoever is told: "21-06"; "off" is `null`, absent is `undefined`. */
export const quietHours = z
  .string()
  .regex(/^(off|([01]?\d|2[0-3])-([01]?\d|2[0-3]))$/, 'must be hours such as 21-06, or off')
  .refine((value) => value.split('-')[0] !== value.split('-')[1], 'must not begin and end in the same hour')
  .transform((value) => {
    if (value === 'off') return null;
    const [from, until] = value.split('-').map(Number);
    return { from: from!, until: until! };
  })
  .optional();

/** An http(s) origin without path, as people type it in the browser. */
export const origin = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

/** A PostgreSQL connection URL. */
export const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' });
