import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Task } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import type { ContactBook } from '../contacts/index.ts';
import { SenderHasToWait } from '../graph/index.ts';
import { answerAt } from './answer-at.ts';
import { keepTurn } from './keep-turn.ts';
import { contentOf, makeReady, type Ready } from './make-ready.ts';
import {
  findConversation,
  finishInbound,
  forgetDue,
  holdSender,
  nextInbound,
  unreadOf,
  saveStopped,
  sendersDue,
  type InboundRow,
  type Sender,
} from './repository.ts';
import {
  isUnproven,
  NOTHING_YET,
  type Content,
  type Door,
  type InboundMessage,
  type Tools,
  type Turn,
} from './state.ts';
import { wake } from './take-in.ts';
import { type ReporterDeps } from './open-held.ts';
import { toolsFor } from './tools.ts';

export type WorkDeps = ReporterDeps & {
  contactBook?: ContactBook | undefined;
  logger: Logger;
  doors: readonly Door[];
};

export const DUE_TASK = 'look-for-due-drafts';

/** So long, and so often, it is tried; then a person reads it. */
const MOST_HOURS = 24;
const LEAST_TRIES = 5;
/** A job that was lost is made again. */
const UNREAD_MINUTES = 10;
/** So often it is tried to file for a sender who has filed too much; then a person reads it, and what came behind it is read. */
const TRIES_WITHIN_LIMIT = 6;
/** A job that finds nothing to do yet is not made again at once; in milliseconds. */
const LEAST_WAIT = 1_000;
/** So long one sender is read at a stretch; then it is the turn of others that wait, at whatever door. */
const TURN_MILLISECONDS = 10_000;
/** So long a conversation that cannot be read is left as it is: whoever wrote it, or its key, may come back. */
const UNREADABLE_DAYS = 7;

const payloadShape = z.object({ door: z.string(), sender: z.string().regex(/^[0-9a-f]{64}$/) });

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
 * Reads what one sender wrote, in its order and one at a time: each message in a transaction that holds the sender and ends with it.
 * Everything before the last statements of a message can be done again without doing it twice, so that a process may be killed anywhere.
 */
export function workOff(deps: WorkDeps): Task {
  const { database, doors, jobs, clock } = deps;
  return async (payload) => {
    const { door: channel, sender: digest } = payloadShape.parse(payload);
    const door = doors.find((known) => known.channel === channel);
    if (!door) return;
    const sender: Sender = { door: channel, digest: Buffer.from(digest, 'hex') };
    const until = performance.now() + TURN_MILLISECONDS;
    let more: boolean | Date = true;
    try {
      do more = await holding(deps, sender, (em) => readNext(deps, em, door, sender));
      while (more === true && performance.now() < until);
      if (more === true) await database.transaction((em) => wake(jobs, em, sender));
      if (typeof more === 'boolean') return;
      await readWhatPasses(deps, door, sender);
      const wait = Math.max(more.getTime() - clock.now().getTime(), LEAST_WAIT);
      await database.transaction((em) => wake(jobs, em, sender, wait, { keepsEarlier: true }));
    } catch (error) {
      if (!(error instanceof SenderBusy)) await readWhatPasses(deps, door, sender);
      throw error;
    }
  };
}

/** Works in a transaction that nobody else has of this sender; a process that dies lets it go. */
const holding = <Result>(
  { database }: Pick<WorkDeps, 'database'>,
  sender: Sender,
  work: (em: EntityManager) => Promise<Result>,
): Promise<Result> =>
  database.transaction(async (em) => {
    if (!(await holdSender(em, sender))) throw new SenderBusy();
    return work(em);
  });

/** Reads the message that is next, or files the draft that is due; returns whether there may be more to do, or when what is next can be read. */
async function readNext(
  deps: WorkDeps,
  em: EntityManager,
  door: Door,
  sender: Sender,
): Promise<boolean | Date> {
  const now = deps.clock.now();
  const next = await nextInbound(deps.database, sender, now);
  if (!next) {
    await fileWhatIsDue(deps, em, door, sender);
    return false;
  }
  if (next.readAfter && new Date(next.readAfter) > now) return new Date(next.readAfter);
  // What cannot even be made ready is given up, too.
  const ready: Ready = isGivenUp(next, now)
    ? { kind: 'READY', row: next }
    : // A transaction in which nothing is asked for a minute is ended, and the lock with it.
      await makeReady(deps, door, sender, next, () => em.execute('select 1'));
  if (ready.kind === 'LATER') return ready.at;
  const missing = ready.kind === 'MISSING' ? ready.names : [];
  const { dueAt } = await readOne(deps, em, door, sender, ready.row, missing);
  // What comes from now on has a job of its own.
  return next.hasMore || (dueAt !== null && dueAt <= deps.clock.now());
}

/** Behind a message that cannot be worked off now, what does not depend on it: whoever wants no news is heard. */
async function readWhatPasses(deps: WorkDeps, door: Door, sender: Sender): Promise<void> {
  const [, ...others] = await unreadOf(deps.database, sender);
  for (const row of others) {
    const content = contentOf(deps.sealer, row);
    if (!content || !door.passes(content)) continue;
    try {
      await holding(deps, sender, (em) => readOne(deps, em, door, sender, row));
    } catch (error) {
      deps.logger.warn({ inboundId: row.id, door: sender.door, err: error }, 'A message has to wait, too');
    }
  }
}

/** Returns until when the draft that is left waits for its place. */
async function readOne(
  deps: WorkDeps,
  em: EntityManager,
  door: Door,
  sender: Sender,
  row: InboundRow,
  missing: readonly string[] = [],
): Promise<{ dueAt: Date | null }> {
  const { database, sealer, clock, logger } = deps;
  const { conversation, dueAt, isUnreadable, changedAt } = await findConversation(database, sealer, sender);
  const isLeft = changedAt !== undefined && daysSince(clock.now(), changedAt) < UNREADABLE_DAYS;
  if (isUnreadable) logger.error({ inboundId: row.id, door: sender.door }, 'A conversation cannot be read');
  const content = contentOf(sealer, row);
  const { tools, hasFiled } = watched(toolsFor(deps, sender, door));
  const toPerson = (reason: string, answer: string = door.forPerson): Turn => ({
    state: 'WAITING_FOR_PERSON',
    reason,
    answer,
    conversation,
  });
  let turn: Turn;
  if (isGivenUp(row, clock.now())) {
    logger.error({ inboundId: row.id, door: sender.door }, 'A message is left to a person');
    turn = toPerson('GIVEN_UP');
  } else if (!content) throw new Unreadable();
  else if (missing.length > 0)
    turn = toPerson(`FILES_MISSING ${missing.length}`, door.filesMissing?.(missing));
  else if (isLeft)
    turn = (await wishForNews(door, messageOf(row, content), tools)) ?? toPerson('CONVERSATION_UNREADABLE');
  else {
    try {
      turn = await door.answer(messageOf(row, content), conversation, tools);
    } catch (error) {
      if (!(error instanceof SenderHasToWait) || row.attempts < TRIES_WITHIN_LIMIT) throw error;
      turn = await leftToPerson(deps, door, sender);
    }
  }
  const at = clock.now();
  const saidAt = new Date(row.receivedAt);
  if (!isLeft) await keepTurn(deps, em, sender, turn, conversation, dueAt, saidAt);
  else if (turn.stops !== undefined) await saveStopped(em, sender, { stops: turn.stops, saidAt });
  // What says where belongs to the report that it is about, and what begins a report to none yet.
  const { reportId } = turn.conversation;
  await finishInbound(em, row.id, {
    state: turn.state,
    reason: turn.reason ?? null,
    reportId: turn.conversation.draft ? null : reportId,
    at,
  });
  if (turn.answer !== null && content)
    await answerAt(deps, em, door, `answer-${row.id}`, content.address, turn.answer, {
      postId: turn.inPublic,
      mayWait: hasFiled(),
      isUnproven: isUnproven(content),
    });
  return { dueAt: turn.dueAt === undefined ? dueAt : turn.dueAt };
}

/** Whether news is wanted depends on nothing that cannot be read. `null`: the message says something else. */
async function wishForNews(door: Door, message: InboundMessage, tools: Tools): Promise<Turn | null> {
  if (!door.passes(message)) return null;
  const turn = await door.answer(message, NOTHING_YET, tools);
  return turn.stops === undefined ? null : turn;
}

/** What a sender may not file now: a person gets it, and no later message waits for it. */
async function leftToPerson({ database, sealer }: WorkDeps, door: Door, sender: Sender): Promise<Turn> {
  const { conversation } = await findConversation(database, sealer, sender);
  const { draft, aside } = conversation;
  return {
    state: 'WAITING_FOR_PERSON',
    reason: 'NOT_TAKEN TooManyRequests',
    answer: door.forPerson,
    conversation: draft?.submission ? { ...conversation, draft: aside, aside: null } : conversation,
    ...(draft?.submission ? { left: draft, ...(aside ? {} : { dueAt: null }) } : {}),
  };
}

/** So long and so often it was tried that a person reads it. */
const isGivenUp = ({ attempts, receivedAt }: InboundRow, now: Date): boolean =>
  attempts > LEAST_TRIES && daysSince(now, new Date(receivedAt)) * 24 > MOST_HOURS;

const daysSince = (now: Date, then: Date): number => (now.getTime() - then.getTime()) / 86_400_000;

/** Tools that know whether a report was filed with them. */
function watched(tools: Tools): { tools: Tools; hasFiled: () => boolean } {
  let filed = false;
  return {
    tools: {
      ...tools,
      async file(conversation, draft, submission) {
        const result = await tools.file(conversation, draft, submission);
        filed ||= typeof result !== 'string';
        return result;
      },
    },
    hasFiled: () => filed,
  };
}

const messageOf = ({ id, receivedAt, act, actReportId }: InboundRow, content: Content): InboundMessage => ({
  ...content,
  mail: content.mail ?? null,
  postId: content.postId ?? null,
  about: null,
  isProven: true,
  places: [],
  names: content.names ?? null,
  place: content.place ?? null,
  id,
  at: new Date(receivedAt),
  act: act && actReportId ? { operation: act, reportId: actReportId } : null,
});

/** Nobody said where within the time: it is filed as it is. */
async function fileWhatIsDue(deps: WorkDeps, em: EntityManager, door: Door, sender: Sender): Promise<void> {
  const { database, sealer, clock } = deps;
  const { conversation, dueAt, isUnreadable } = await findConversation(database, sealer, sender);
  if (isUnreadable) {
    deps.logger.error({ door: sender.door }, 'A conversation cannot be read');
    await forgetDue(database, sender);
  }
  const { draft } = conversation;
  if (!draft || dueAt === null || dueAt > clock.now()) return;
  const { tools, hasFiled } = watched(toolsFor(deps, sender, door));
  const turn = await door.answerNothing(conversation, tools);
  await keepTurn(deps, em, sender, turn, conversation, dueAt, clock.now());
  if (turn.answer !== null)
    await answerAt(deps, em, door, `due-${draft.inboundId}`, draft.address, turn.answer, {
      mayWait: hasFiled(),
    });
}
