import { z } from 'zod';
import type { DocumentNode } from 'graphql';
import {
  answerAt,
  findConversation,
  heldReports,
  holdSender,
  openHeld,
  saveConversation,
  toolsFor,
  type HeldReport,
  type OpenedReport,
} from '../door/index.ts';
import { completeDataAtDoor, GraphUnavailable, replyAtDoor, replyPrivatelyAtDoor } from '../graph/index.ts';
import { begin, forgetBegun, type OpenMessage } from './begin.ts';
import { endMessage, holdMessage, type DeskDeps } from './frame.ts';
import { badInput, BUSY, done, UNAVAILABLE, type Outcome, type Refusal } from './outcome.ts';
import type { Operator } from './policy.ts';
import { recordAction } from './record-action.ts';
import { speaksForSender } from './speaks-for.ts';
import { answerWayOf } from './ways.ts';
import { words } from './words.ts';

const LONGEST_REPLY = 2_000;

export const attachInput = z.object({
  requestKey: z.uuid(),
  /** One of the sender's own. */
  reportId: z.string().min(1).max(100),
  text: z.string().trim().min(1).max(LONGEST_REPLY),
});

const DOCUMENTS = {
  COMPLETE_DATA: completeDataAtDoor,
  REPLY: replyAtDoor,
  REPLY_PRIVATELY: replyPrivatelyAtDoor,
} as const satisfies Record<string, DocumentNode>;

const planShape = z.object({
  reportId: z.string(),
  operation: z.enum(['COMPLETE_DATA', 'REPLY', 'REPLY_PRIVATELY']),
  text: z.string(),
  attachmentIds: z.array(z.string()),
});
type Plan = z.infer<typeof planShape>;

const changedShape = z.object({ result: z.object({ __typename: z.string() }) });

const NOT_NOW: Refusal = {
  ok: false,
  status: 409,
  code: 'REPORT_TAKES_NONE',
  message: 'This report takes no word of its reporter now',
};

const NOT_TRUSTED: Refusal = {
  ok: false,
  status: 409,
  code: 'NOT_TRUSTED',
  message: 'Nobody knows whether the sender is who the address says',
};

/** Adds a message to a report of the same sender, as the sender’s own word: as if it had begun with BALAS. */
export async function attachMessage(
  deps: DeskDeps,
  operator: Operator,
  id: string,
  { requestKey, reportId, text }: z.output<typeof attachInput>,
): Promise<Outcome<{ number: string | null }>> {
  try {
    return await attach(deps, operator, id, requestKey, { reportId, text: text.toWellFormed() });
  } catch (error) {
    if (error instanceof GraphUnavailable) return UNAVAILABLE;
    throw error;
  }
}

async function attach(
  deps: DeskDeps,
  operator: Operator,
  id: string,
  requestKey: string,
  wished: Omit<Plan, 'operation' | 'attachmentIds'>,
): Promise<Outcome<{ number: string | null }>> {
  const { database, sealer, clock } = deps;
  const begun = await begin(
    deps,
    operator,
    { id, requestKey },
    {
      kind: 'ATTACH',
      shape: planShape,
      planOf: () => ({ ...wished, operation: 'REPLY' as const, attachmentIds: [] }),
      prepare: (message, plan) => prepare(deps, message, plan),
    },
  );
  if (!begun.ok) return begun;
  if (begun.value.kind === 'REPEATED') return done({ number: begun.value.detail?.split(' ')[1] ?? null });
  const { message, plan } = begun.value;
  const { sender, content, door, channel } = message;
  const held = await reportOf(deps, sender, plan.reportId);
  const opened = held && (await openHeld(deps, sender, held));
  if (!held || !opened || !(await isTaken(deps, message, plan, opened.grant))) {
    await forgetBegun(deps, id);
    return NOT_NOW;
  }
  return database.transaction(async (em): Promise<Outcome<{ number: string | null }>> => {
    const looked = await holdMessage(em, deps, operator, { id, requestKey }, 'ATTACHED');
    if (looked.kind === 'REFUSED') return looked.refusal;
    if (looked.kind === 'REPEATED') return done({ number: held.number });
    // Another message of the sender is read now, and what is spoken of may change.
    if (!(await holdSender(em, sender))) return BUSY;
    const at = clock.now();
    const { conversation, dueAt, isUnreadable } = await findConversation(database, sealer, sender);
    const about = { ...conversation, reportId: plan.reportId, offered: null };
    if (!isUnreadable) await saveConversation(em, sealer, sender, { conversation: about, dueAt, at });
    await recordAction(em, {
      at,
      accountId: operator.accountId,
      action: 'ATTACHED',
      subjectId: id,
      door: channel,
      detail: `${plan.reportId} ${held.number}`,
      requestKey,
    });
    if (answerWayOf(door, content.address))
      await answerAt(deps, em, door, `desk-${id}`, content.address, words.attached(held, door.way));
    await endMessage(em, id, { at, reportId: plan.reportId });
    return done({ number: held.number });
  });
}

/** Asks what the report takes from its reporter now, and uploads what came along with the message. */
async function prepare(
  deps: DeskDeps,
  { id, sender, door, content, reason }: OpenMessage,
  plan: Plan,
): Promise<Outcome<Plan>> {
  const report = await reportOf(deps, sender, plan.reportId);
  if (!report) return badInput({ path: 'reportId', message: 'No report of this sender' });
  // Whoever wrote under a borrowed address speaks for nobody's report.
  if (reason === 'NOT_TRUSTED' || !(await speaksForSender(deps, { sender, content, door })))
    return NOT_TRUSTED;
  const opened = await openHeld(deps, sender, report);
  const operation = opened && operationFor(opened.report);
  if (!operation) return NOT_NOW;
  const { ids: attachmentIds } = await toolsFor(deps, sender, door).upload({ id }, { report }, MOST_FILES);
  return done({ ...plan, operation, attachmentIds });
}

/** As many as a word takes. */
const MOST_FILES = 5;

type Sender = Parameters<typeof openHeld>[1];

const reportOf = async (
  { database, sealer }: DeskDeps,
  sender: Sender,
  reportId: string,
): Promise<HeldReport | undefined> =>
  (await heldReports(database, sealer, sender)).find((held) => held.reportId === reportId);

/** By the rights that the platform tells. */
function operationFor(report: OpenedReport): Plan['operation'] | null {
  if (report.viewerCanCompleteData) return 'COMPLETE_DATA';
  if (report.viewerCanReply) return 'REPLY';
  return report.viewerCanReplyPrivately ? 'REPLY_PRIVATELY' : null;
}

async function isTaken(
  deps: DeskDeps,
  { id, sender, door }: OpenMessage,
  { reportId, operation, text, attachmentIds }: Plan,
  grant: string,
): Promise<boolean> {
  const requestKey = toolsFor(deps, sender, door).keyFor(`desk ${operation} ${reportId}`, id);
  const asker = { channel: sender.door, sender: sender.digest.toString('hex'), grant };
  const input = { reportId, requestKey, text, ...(attachmentIds.length > 0 ? { attachmentIds } : {}) };
  const { result } = await deps.graph.ask(DOCUMENTS[operation], { input }, changedShape, asker);
  return result.__typename === 'ReportChanged' || result.__typename === 'ReportOutOfSight';
}
