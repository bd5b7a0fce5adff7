import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { giveToReport, insertInbound, saveConversation, type Sender } from './repository.ts';
import type { Content, Conversation, Draft, Turn } from './state.ts';
import type { DoorDeps } from './take-in.ts';

type KeepDeps = Pick<DoorDeps, 'sealer' | 'clock'>;

/** Keeps what a turn made of a conversation, and what of it a person has to read. */
export async function keepTurn(
  { sealer, clock }: KeepDeps,
  em: EntityManager,
  sender: Sender,
  { conversation, dueAt, stops, left, reason }: Turn,
  before: Conversation,
  dueBefore: Date | null,
  saidAt: Date,
): Promise<void> {
  const at = clock.now();
  await saveConversation(em, sealer, sender, {
    conversation,
    dueAt: dueAt === undefined ? dueBefore : dueAt,
    stops,
    saidAt,
    at,
  });
  if (left) await leave(sealer, em, sender, left, reason ?? null, at);
  const { reportId } = conversation;
  if (before.draft && reportId !== null && reportId !== before.reportId)
    await giveToReport(em, sender, before.draft.inboundId, reportId);
}

/** What of a draft a person has to read. */
async function leave(
  sealer: KeepDeps['sealer'],
  em: EntityManager,
  sender: Sender,
  left: Draft,
  reason: string | null,
  at: Date,
): Promise<void> {
  const id = randomUUID();
  const { address, isConfidential, attachmentIds, point, submission, verdict } = left;
  const text = [left.text, left.placeWords].filter(Boolean).join('\n');
  const content: Content = {
    address,
    text,
    ...(isConfidential ? { isConfidential } : {}),
    ...(submission ? { draft: { submissionKey: submission.submissionKey, attachmentIds, point } } : {}),
    ...(verdict ? { mail: { replyToken: null, isReply: false, verdict } } : {}),
  };
  await insertInbound(em, sender, {
    id,
    providerMessageId: `draft of ${left.inboundId}`,
    sealed: sealer.seal(JSON.stringify(content), id),
    state: 'WAITING_FOR_PERSON',
    reason,
    at,
  });
}
