import { z } from 'zod';
import { type FieldFault, type Outcome, accepted, invalid } from './outcome.ts';

/** An id that somebody gave; whether it exists is asked later. PostgreSQL refuses a NUL outright. */
export const givenId = (longest = 100) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}]+$/u, 'An id without control characters.');

/** Text people typed: trimmed, without control characters and those that turn the direction of what follows, within a length. */
export const typed = (minimum: number, maximum: number) =>
  z
    .string()
    .transform((value) =>
      value
        .normalize('NFC')
        .replace(/[\p{Cc}--[\n\t]]|[\u202A-\u202E\u2066-\u2069]/gv, '')
        .trim(),
    )
    .pipe(z.string().min(minimum).max(maximum));

/** As `typed`, where nothing and blank mean none. */
export const optionallyTyped = (maximum: number) =>
  typed(0, maximum)
    .nullish()
    .transform((value) => (value ? value : null));

/** A key made by the device: a repeated request with the same one changes nothing. */
export const requestKey = z
  .uuid()
  .nullish()
  .transform((value) => value ?? null);

/** A day of the calendar as text, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** Checks an input object; faults carry the path of the graph's argument (`input.…`). */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Outcome<z.infer<Schema>, never> {
  const result = schema.safeParse(input);
  return result.success ? accepted(result.data) : invalid(...faultsOf(result.error));
}

/** Each faulty field of an input object, with what would be right. */
export const faultsOf = ({ issues }: z.ZodError): FieldFault[] => issues.map((issue) => faultOf(issue));

function faultOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): FieldFault {
  const path = ['input', ...above, ...issue.path].join('.');
  switch (issue.code) {
    // "Blank or …": what is wrong with the second says what would be right.
    case 'invalid_union': {
      const inner = issue.errors.at(-1)?.[0];
      return inner ? faultOf(inner, issue.path) : { path, code: 'INVALID', message: issue.message };
    }
    case 'too_small': {
      const counted = COUNTED[issue.origin];
      if (!counted) return { path, code: 'INVALID', message: issue.message };
      return {
        path,
        code: Number(issue.minimum) <= 1 ? 'REQUIRED' : 'TOO_SHORT',
        message: `Must have at least ${issue.minimum} ${counted}.`,
      };
    }
    case 'too_big': {
      const counted = COUNTED[issue.origin];
      if (!counted) return { path, code: 'INVALID', message: issue.message };
      return { path, code: 'TOO_LONG', message: `Must have at most ${issue.maximum} ${counted}.` };
    }
    case 'custom':
      return { path, code: String(issue.params?.code ?? 'INVALID'), message: issue.message };
    default:
      return { path, code: 'INVALID', message: issue.message };
  }
}

/** What has a length, and in what it is counted; numbers and days are simply wrong. */
const COUNTED: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };
