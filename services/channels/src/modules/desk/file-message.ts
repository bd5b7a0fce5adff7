import { z } from 'zod';
import {
  answerAt,
  findConversation,
  holdSender,
  keepReport,
  saveConversation,
  toolsFor,
} from '../door/index.ts';
import { fileAtDoor, GraphUnavailable } from '../graph/index.ts';
import { begin, forgetBegun } from './begin.ts';
import { filedInConfidence } from './confidence.ts';
import { endMessage, holdMessage, type DeskDeps } from './frame.ts';
import { badInput, BUSY, done, UNAVAILABLE, type Outcome, type Refusal } from './outcome.ts';
import type { Operator } from './policy.ts';
import { recordAction } from './record-action.ts';
import { answerWayOf } from './ways.ts';
import { words } from './words.ts';

export const fileInput = z.object({
  requestKey: z.uuid(),
  title: z.string().trim().min(5).max(150),
  text: z.string().trim().min(20).max(4_000),
  regionCode: z
    .string()
    .regex(/^\d\d(\.\d\d){0,2}$/)
    .nullish()
    .transform((code) => code ?? null),
  categoryId: z
    .string()
    .min(1)
    .max(100)
    .nullish()
    .transform((id) => id ?? null),
  /** Absent: as the message asks. */
  isConfidential: z
    .boolean()
    .nullish()
    .transform((is) => is ?? undefined),
});
type Input = z.output<typeof fileInput>;

/** As many as a report takes. */
const MOST_FILES = 5;

const submission = z.object({
  submissionKey: z.string(),
  kind: z.literal('COMPLAINT'),
  title: z.string(),
  text: z.string(),
  regionCode: z.string().nullable(),
  categoryId: z.string().nullable(),
  reporter: z.record(z.string(), z.string()),
  attachmentIds: z.array(z.string()),
  point: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  isConfidential: z.literal(true).optional(),
});

const answerShape = z.object({
  result: z.object({
    __typename: z.string(),
    accessCode: z.string().optional(),
    report: z.object({ id: z.string(), number: z.string() }).optional(),
    fields: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
    retryAfterSeconds: z.number().optional(),
  }),
});

export interface FiledMessage {
  reportId: string;
  /** 8 digits; `null` when a retry came after the report was erased. */
  number: string | null;
  /** What somebody had sent before was filed, not these words. */
  isEarlier: boolean;
}

/**
 * Makes a report of a message: through the graph, as its sender, like every report that came by this door. The sender is told number and
 * short code.
 */
export async function fileMessage(
  deps: DeskDeps,
  operator: Operator,
  id: string,
  input: Input,
): Promise<Outcome<FiledMessage>> {
  try {
    return await file(deps, operator, id, input);
  } catch (error) {
    if (error instanceof GraphUnavailable) return UNAVAILABLE;
    throw error;
  }
}

async function file(
  deps: DeskDeps,
  operator: Operator,
  id: string,
  { requestKey, isConfidential, ...report }: Input,
): Promise<Outcome<FiledMessage>> {
  const { database, sealer, clock, graph } = deps;
  const begun = await begin(
    deps,
    operator,
    { id, requestKey },
    {
      kind: 'FILE',
      shape: submission,
      planOf: (message) => ({
        // Files of a draft lie with the platform under its own key.
        submissionKey:
          message.content.draft?.submissionKey ??
          toolsFor(deps, message.sender, message.door).keyFor('submission of the desk', id),
        kind: 'COMPLAINT' as const,
        ...report,
        title: report.title.toWellFormed(),
        text: report.text.toWellFormed(),
        reporter: message.door.reporterAt(message.content.address),
        attachmentIds: message.content.draft?.attachmentIds ?? [],
        ...(message.content.draft?.point ? { point: message.content.draft.point } : {}),
        ...(filedInConfidence(message.content, isConfidential) ? { isConfidential: true as const } : {}),
      }),
      async prepare({ sender, door }, plan) {
        const { submissionKey } = plan;
        const tools = toolsFor(deps, sender, door);
        const most = MOST_FILES - plan.attachmentIds.length;
        const { ids } = await tools.upload({ id }, { submissionKey }, most);
        return done({ ...plan, attachmentIds: [...plan.attachmentIds, ...ids] });
      },
    },
  );
  if (!begun.ok) return begun;
  if (begun.value.kind === 'REPEATED') return done(filedBefore(begun.value.detail));
  const { message, plan, isEarlier } = begun.value;
  const { sender, content, door, channel } = message;
  const asker = { channel, sender: sender.digest.toString('hex') };
  const { result: answer } = await graph.ask(fileAtDoor, { input: plan }, answerShape, asker);
  const filed = answer.report;
  if (!filed || !answer.accessCode) {
    // A conflict means that the platform has it with other words, which cannot be: what is sent is kept. It stays begun.
    if (answer.__typename === 'SubmissionConflict') return UNAVAILABLE;
    await forgetBegun(deps, id);
    return refusalOf(answer);
  }
  const kept = {
    reportId: filed.id,
    number: filed.number,
    accessCode: answer.accessCode,
    address: content.address,
  };
  const held = await keepReport(database, sealer, sender, kept, clock.now());
  return database.transaction(async (em): Promise<Outcome<FiledMessage>> => {
    const looked = await holdMessage(em, deps, operator, { id, requestKey }, 'REPORT_FILED');
    if (looked.kind === 'REFUSED') return looked.refusal;
    const result = { reportId: filed.id, number: filed.number, isEarlier };
    if (looked.kind === 'REPEATED') return done(result);
    // Another message of the sender is read now, and what is spoken of may change.
    if (!(await holdSender(em, sender))) return BUSY;
    const at = clock.now();
    // A word that comes now is about this report.
    const { conversation, dueAt, isUnreadable } = await findConversation(database, sealer, sender);
    const about = { ...conversation, reportId: filed.id, offered: null };
    if (!isUnreadable) await saveConversation(em, sealer, sender, { conversation: about, dueAt, at });
    await recordAction(em, {
      at,
      accountId: operator.accountId,
      action: 'REPORT_FILED',
      subjectId: id,
      door: channel,
      detail: `${filed.id} ${filed.number}`,
      requestKey,
    });
    if (answerWayOf(door, content.address))
      await answerAt(deps, em, door, `desk-${id}`, content.address, words.filed(held, door.way), {
        mayWait: true,
      });
    await endMessage(em, id, { at, reportId: filed.id });
    return done(result);
  });
}

function filedBefore(detail: string | null): FiledMessage {
  const [reportId = '', number = null] = (detail ?? '').split(' ');
  return { reportId, number, isEarlier: false };
}

/** What the platform did not take, by the fields of the form. */
function refusalOf({
  __typename,
  fields = [],
  retryAfterSeconds,
}: z.infer<typeof answerShape>['result']): Refusal {
  if (__typename === 'TooManyRequests')
    return {
      ok: false,
      status: 429,
      code: 'TOO_MANY_REQUESTS',
      message: 'Too many reports of this sender; try again later',
      ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
    };
  return badInput(
    ...(fields.length > 0
      ? fields.map(({ path, code }) => ({ path: path.replace(/^input\./, ''), message: code }))
      : [{ path: 'body', message: __typename }]),
  );
}
