import { z } from 'zod';

/** Schemas of single CSV columns; an empty cell is the only way a CSV can say "nothing". */
export const requiredText = z.string().trim().min(1, 'must not be empty');

export const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text));

/** A number in decimal notation; an empty cell is a fault. */
export const decimalNumber = z
  .string()
  .trim()
  .regex(/^-?\d+(\.\d+)?$/, 'must be a number such as -0.949')
  .transform(Number);

/** `;`-separated texts; an empty cell is an empty list. */
export const textList = z.string().transform((text) =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
