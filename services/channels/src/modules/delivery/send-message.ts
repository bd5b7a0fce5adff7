import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Jobs } from '@lapor/jobs';
import type { Sealer } from '@lapor/sealing';
import { DIRECT_TEMPLATES, PHONE_TEMPLATES } from '../templates/index.ts';
import type { Way } from './carrier.ts';
import { sealContent, type Content } from './content.ts';
import { insertDelivery } from './repository.ts';
import { SEND_ANSWER_TASK, SEND_CODE_TASK } from './send-task.ts';

/** A message to an address that the caller knows. */
export const directMessage = z.object({
  template: z.enum(DIRECT_TEMPLATES),
  to: z.email().max(254),
  facts: z.record(z.string(), z.string().max(500).nullable()),
  language: z.enum(['id', 'en']),
});
export type DirectMessage = z.infer<typeof directMessage>;

/** A message to a phone that the caller knows. */
export const phoneMessage = z.object({
  template: z.enum(PHONE_TEMPLATES),
  /** E.164. */
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/),
  facts: z.record(z.string(), z.string().max(500).nullable()),
  language: z.enum(['id', 'en']),
});
export type PhoneMessage = z.infer<typeof phoneMessage>;

/** What goes back to somebody who wrote to a door: its words are made there. */
export const ANSWER_TEMPLATE = 'door-answer';

/** A code is worthless after some minutes: about four of them are tried. */
const ATTEMPTS = 6;
/** About a day of retries. */
export const ANSWER_ATTEMPTS = 14;

interface SendMessageDeps {
  database: Database;
  jobs: Jobs;
  sealer: Sealer;
  clock: Clock;
}

/**
 * Takes a message; it is durable when this resolves and leaves within moments.
 * @returns the delivery's id.
 */
export async function sendMessage(deps: SendMessageDeps, message: DirectMessage): Promise<string> {
  const { template, to, facts, language } = directMessage.parse(message);
  return take(deps, template, 'MAIL', { to, facts, language });
}

/** As `sendMessage`, to a phone. */
export async function sendPhoneMessage(deps: SendMessageDeps, message: PhoneMessage): Promise<string> {
  const { template, phone, facts, language } = phoneMessage.parse(message);
  return take(deps, template, 'PHONE', { to: phone, facts, language });
}

/** What a door says back. */
export interface Answer {
  id: string;
  way: Way;
  /** As the way writes it: E.164, a mail address, a chat. */
  to: string;
  text: string;
  /** By mail: what stands above it, and what names the report in the address of a reply. */
  subject?: string | undefined;
  replyToken?: string | undefined;
  /** It has the number and code of a report: where the day's cap is reached it waits for the next. */
  mayWait?: boolean | undefined;
  /** By mail, to an address that anybody may have written into a mail. */
  isUnproven?: boolean | undefined;
}

/** Takes an answer of a door, in the running transaction; a second one of the same id changes nothing. */
export async function sendAnswer(
  { jobs, sealer, clock }: Pick<SendMessageDeps, 'jobs' | 'sealer' | 'clock'>,
  em: EntityManager,
  { id, way, ...content }: Answer,
): Promise<void> {
  const isNew = await insertDelivery(em, {
    id,
    template: ANSWER_TEMPLATE,
    way,
    content: sealContent(sealer, id, { ...content, facts: {} }),
    requestedAt: clock.now(),
  });
  if (isNew)
    await jobs.enqueue(em, SEND_ANSWER_TASK, { deliveryId: id }, { key: id, maxAttempts: ANSWER_ATTEMPTS });
}

async function take(deps: SendMessageDeps, template: string, way: Way, content: Content): Promise<string> {
  const id = randomUUID();
  await deps.database.transaction(async (em) => {
    await insertDelivery(em, {
      id,
      template,
      way,
      content: sealContent(deps.sealer, id, content),
      requestedAt: deps.clock.now(),
    });
    await deps.jobs.enqueue(em, SEND_CODE_TASK, { deliveryId: id }, { key: id, maxAttempts: ATTEMPTS });
  });
  return id;
}
