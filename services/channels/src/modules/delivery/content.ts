import { z } from 'zod';
import type { Sealer } from '@lapor/sealing';

const shape = z.object({
  /** Only of direct messages; a reporter's address is asked for when it is needed. */
  to: z.string().optional(),
  language: z.enum(['id', 'en']).optional(),
  /** Of an answer of a door: its very words. */
  text: z.string().optional(),
  /** Of an answer by mail. */
  subject: z.string().optional(),
  replyToken: z.string().optional(),
  /** An answer that is worth something tomorrow too: it has what opens a report. */
  mayWait: z.boolean().optional(),
  /** Of an answer by mail to whoever may be anybody. */
  isUnproven: z.boolean().optional(),
  facts: z.record(z.string(), z.string().nullable()),
});

/** What a message is made of while it waits. */
export type Content = z.infer<typeof shape>;

export const sealContent = (sealer: Sealer, deliveryId: string, content: Content): Buffer =>
  sealer.seal(JSON.stringify(content), deliveryId);

/** @throws when the row was altered or moved. */
export const openContent = (sealer: Sealer, deliveryId: string, sealed: Buffer): Content =>
  shape.parse(JSON.parse(sealer.open(sealed, deliveryId).toString()));
