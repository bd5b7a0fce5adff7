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

/** An http(s) origin without path, as people type it in the browser. */
export const origin = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

/** A PostgreSQL connection URL. */
export const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' });
