import { z } from 'zod';
import { invalid, type FieldFault, type Result } from './result.ts';

/** Lengths people meet in the forms; the SPAs show the same numbers. */
export const LIMITS = {
  title: [5, 150],
  text: [20, 4_000],
  answer: [10, 4_000],
  noProof: [10, 500],
  reply: [2, 2_000],
  reason: [10, 1_000],
  name: 120,
  place: 300,
  attachments: 5,
} as const;

/** Words or an id somebody asks for, without the characters no stored text has (PostgreSQL refuses a NUL outright). */
export const plain = (value: string): string => value.replace(/\p{Cc}/gu, ' ').trim();

/** An id that other services or the reference data gave; whether it exists is asked later. */
export const givenId = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}]+$/u, 'An id without control characters.');

/** Text people typed: trimmed, without control characters, within a length. */
export const typed = (minimum: number, maximum: number) =>
  z
    .string()
    .transform((value) =>
      value
        .normalize('NFC')
        .replace(/[\p{Cc}--[\n\t]]/gv, '')
        .trim(),
    )
    .pipe(z.string().min(minimum).max(maximum));

export const reportId = z.uuid();

/** An optional key made by the device: a retry with the same one changes nothing. */
export const requestKey = z
  .uuid()
  .nullish()
  .transform((value) => value ?? null);

/** The version of the report that the sender saw; without one whatever happened meanwhile is accepted. */
export const expectedVersion = z
  .int()
  .min(1)
  .nullish()
  .transform((value) => value ?? null);

export const attachmentIds = z
  .array(z.uuid())
  .max(LIMITS.attachments)
  .nullish()
  .transform((value) => value ?? []);

/** Checks an input object; faults carry the path of the graph's argument (`input.…`). */
export function validate<Schema extends z.ZodType>(schema: Schema, input: unknown): Result<z.infer<Schema>> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  return invalid(...result.error.issues.map((issue) => fault(issue)));
}

function fault(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): FieldFault {
  const path = ['input', ...above, ...issue.path].join('.');
  switch (issue.code) {
    // "Blank or …": what is wrong with the second says what would be right.
    case 'invalid_union': {
      const inner = issue.errors.at(-1)?.[0];
      return inner ? fault(inner, issue.path) : { path, code: 'INVALID', message: issue.message };
    }
    case 'too_small':
      if (issue.origin === 'number') return { path, code: 'INVALID', message: issue.message };
      return {
        path,
        code: Number(issue.minimum) <= 1 ? 'REQUIRED' : 'TOO_SHORT',
        message: `Must have at least ${issue.minimum}.`,
      };
    case 'too_big':
      if (issue.origin === 'number') return { path, code: 'INVALID', message: issue.message };
      return { path, code: 'TOO_LONG', message: `Must have at most ${issue.maximum}.` };
    case 'custom':
      return { path, code: String(issue.params?.code ?? 'INVALID'), message: issue.message };
    default:
      return { path, code: 'INVALID', message: issue.message };
  }
}
