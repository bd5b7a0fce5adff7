import * as z from 'zod/mini';

/** Answers that have a receipt, as their entries of the history are called. */
export const RECEIPT_ANSWERS = ['ACKNOWLEDGED', 'PLANNED', 'RESULT', 'OBSTACLE', 'CORRECTED'] as const;
export type ReceiptAnswer = (typeof RECEIPT_ANSWERS)[number];

/** A text up to so many bytes of UTF-8 stands in its receipt: with it the code is still read by a cheap camera. */
export const MOST_TEXT_BYTES = 480;

const number = z.string().check(z.regex(/^\d{8}$/));
const moment = z.iso.datetime({ precision: 3 });
const name = z.string().check(z.minLength(1), z.maxLength(300));
const sha256 = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** That a report was filed. Nothing in it says by whom or what it tells; of a confidential report not even what it is about. */
const filing = z.strictObject({
  v: z.literal(1),
  of: z.literal('REPORT'),
  number,
  /** When it was filed. */
  at: moment,
  /** State that it was in then. */
  state: z.enum(['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED']),
  /** Path of its category, and region code, of a published report. */
  category: z.optional(name),
  region: z.optional(z.string().check(z.regex(/^\d{2}(\.\d{2,4}){0,3}$/))),
});

/** What an organisation has answered in public. */
const answer = z.strictObject({
  v: z.literal(1),
  of: z.literal('ANSWER'),
  number,
  /** Which entry of the history, from 1. */
  entry: z.int().check(z.positive()),
  kind: z.enum(RECEIPT_ANSWERS),
  at: moment,
  by: z.strictObject({ id: name, name }),
  /** Promised day of a plan or an obstacle. */
  promised: z.optional(z.iso.date()),
  /** Of a correction: the entry whose words it replaces. */
  corrects: z.optional(z.int().check(z.positive())),
  /** SHA-256 of the text as UTF-8, base64url; absent when its words were erased. */
  sha256: z.optional(sha256),
  /** The text itself, if it fits. */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(MOST_TEXT_BYTES))),
});

/** What a receipt says. */
export const receiptContent = z.discriminatedUnion('of', [filing, answer]);
export type ReceiptContent = z.infer<typeof receiptContent>;
export type FilingReceipt = z.infer<typeof filing>;
export type AnswerReceipt = z.infer<typeof answer>;
