import { faultsOf } from '@lapor/request';
import { z } from 'zod';
import { invalid, type Result } from './result.ts';

export { givenId, requestKey, typed } from '@lapor/request';

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

export const reportId = z.uuid();

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
  return result.success ? { ok: true, value: result.data } : invalid(...faultsOf(result.error));
}
