import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Task } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import { sendAnswer } from '../delivery/index.ts';
import {
  findConversation,
  finishInbound,
  forgetDue,
  giveToReport,
  holdSender,
  insertInbound,
  nextInbound,
  saveConversation,
  sendersDue,
  type InboundRow,
  type Sender,
} from './repository.ts';
import type { Conversation, Door, Draft, InboundMessage, Turn } from './state.ts';
import { wake } from './take-in.ts';
import { toolsFor, type ReporterDeps } from './tools.ts';

export type WorkDeps = ReporterDeps & {
  logger: Logger;
  doors: readonly Door[];
};

export const DUE_TASK = 'look-for-due-drafts';

/** So long, and so often, it is tried; then a person reads it. */
const MOST_HOURS = 24;
const LEAST_TRIES = 5;
/** A job that was lost is made again. */
const UNREAD_MINUTES = 10;

const payloadShape = z.object({ door: z.string(), sender: z.string().regex(/^[0-9a-f]{64}$/) });
const contentShape = z.object({ phone: z.string(), text: z.string() });

/** Somebody else works off what this sender wrote; the queue tries again. */
class SenderBusy extends Error {
  override name = 'SenderBusy';
}

/** What came in cannot be read; it is tried like everything else, and then left to a person. */
class Unreadable extends Error {
  override name = 'Unreadable';
}

/** Wakes those whose drafts have waited long enough for a place, and those whose messages still wait. */
export const lookForDueDrafts =
  ({ database, jobs, clock }: Pick<WorkDeps, 'database' | 'jobs' | 'clock'>) =>
  async (): Promise<void> => {
    const now = clock.now();
    const due = await sendersDue(database, now, new Date(now.getTime() - UNREAD_MINUTES * 60_000));
    for (const sender of due) await database.transaction((em) => wake(jobs, em, sender));
  };

/**
 * Reads what one sender wrote, in its order and one at a time. Everything before the last transaction of a message can be done again
 * without doing it twice, so that a process may be killed anywhere.
 */
export function workOff(deps: WorkDeps): Task {
  const { database, doors } = deps;
  return async (payload) => {
    const { door: channel, sender: digest } = payloadShape.parse(payload);
    const door = doors.find((known) => known.channel === channel);
    if (!door) return;
    const sender: Sender = { door: channel, digest: Buffer.from(digest, 'hex') };
    await database.transaction(async (em) => {
      // Held until the end; a process that dies lets it go.
      if (!(await holdSender(em, sender))) throw new SenderBusy();
      for (;;) {
        const next = await nextInbound(database, sender);
        if (!next) break;
        await readOne(deps, door, sender, next);
        await keepAwake(em);
      }
      await fileWhatIsDue(deps, door, sender);
    });
  };
}

/** A transaction in which nothing is asked for a minute is ended, and the lock with it. */
const keepAwake = (em: EntityManager) => em.execute('select 1');

async function readOne(deps: WorkDeps, door: Door, sender: Sender, row: InboundRow): Promise<void> {
  const { database, sealer, clock, logger } = deps;
  const { conversation, dueAt, isUnreadable } = await findConversation(database, sealer, sender);
  if (isUnreadable) logger.error({ inboundId: row.id, door: sender.door }, 'A conversation cannot be read');
  const content = contentOf(sealer, row);
  const hours = (clock.now().getTime() - new Date(row.receivedAt).getTime()) / 3_600_000;
  let turn: Turn;
  if (row.attempts > LEAST_TRIES && hours > MOST_HOURS) {
    logger.error({ inboundId: row.id, door: sender.door }, 'A message is left to a person');
    turn = { state: 'WAITING_FOR_PERSON', reason: 'GIVEN_UP', answer: door.forPerson, conversation };
  } else if (content) turn = await door.answer(messageOf(row, content), conversation, toolsFor(deps, sender));
  else throw new Unreadable();
  await database.transaction(async (em) => {
    const at = clock.now();
    await keep(deps, em, sender, turn, conversation, dueAt);
    // What says where belongs to the report that it is about, and what begins a report to none yet.
    const { reportId } = turn.conversation;
    await finishInbound(em, row.id, {
      state: turn.state,
      reason: turn.reason ?? null,
      reportId: turn.conversation.draft ? null : reportId,
      at,
    });
    if (turn.answer !== null && content)
      await sendAnswer(deps, em, { id: `answer-${row.id}`, phone: content.phone, text: turn.answer });
  });
}

/** `null`: it was altered, moved, or sealed with another key. */
function contentOf(sealer: WorkDeps['sealer'], { id, sealed }: InboundRow) {
  try {
    return contentShape.parse(JSON.parse(sealer.open(sealed!, id).toString()));
  } catch {
    return null;
  }
}

const messageOf = (
  { id, receivedAt, act, actReportId }: InboundRow,
  content: z.infer<typeof contentShape>,
): InboundMessage => ({
  ...content,
  id,
  at: new Date(receivedAt),
  act: act && actReportId ? { operation: act, reportId: actReportId } : null,
});

/** Nobody said where within the time: it is filed as it is. */
async function fileWhatIsDue(deps: WorkDeps, door: Door, sender: Sender): Promise<void> {
  const { database, sealer, clock } = deps;
  const { conversation, dueAt, isUnreadable } = await findConversation(database, sealer, sender);
  if (isUnreadable) {
    deps.logger.error({ door: sender.door }, 'A conversation cannot be read');
    await forgetDue(database, sender);
  }
  const { draft } = conversation;
  if (!draft || dueAt === null || dueAt > clock.now()) return;
  const turn = await door.answerNothing(conversation, toolsFor(deps, sender));
  await database.transaction(async (em) => {
    await keep(deps, em, sender, turn, conversation, dueAt);
    if (turn.answer !== null)
      await sendAnswer(deps, em, { id: `due-${draft.inboundId}`, phone: draft.phone, text: turn.answer });
  });
}

async function keep(
  { sealer, clock }: WorkDeps,
  em: EntityManager,
  sender: Sender,
  { conversation, dueAt, stops, left, reason }: Turn,
  before: Conversation,
  dueBefore: Date | null,
): Promise<void> {
  const at = clock.now();
  await saveConversation(em, sealer, sender, {
    conversation,
    dueAt: dueAt === undefined ? dueBefore : dueAt,
    stops,
    at,
  });
  if (left) await leave(sealer, em, sender, left, reason ?? null, at);
  const { reportId } = conversation;
  if (before.draft && reportId !== null && reportId !== before.reportId)
    await giveToReport(em, sender, before.draft.inboundId, reportId);
}

/** What of a draft a person has to read. */
async function leave(
  sealer: WorkDeps['sealer'],
  em: EntityManager,
  sender: Sender,
  left: Draft,
  reason: string | null,
  at: Date,
): Promise<void> {
  const id = randomUUID();
  const text = [left.text, left.placeWords].filter(Boolean).join('\n');
  await insertInbound(em, sender, {
    id,
    providerMessageId: `draft of ${left.inboundId}`,
    sealed: sealer.seal(JSON.stringify({ phone: left.phone, text }), id),
    state: 'WAITING_FOR_PERSON',
    reason,
    at,
  });
}
