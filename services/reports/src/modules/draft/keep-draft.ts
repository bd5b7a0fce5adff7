import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  ANSWER_KINDS,
  LIMITS,
  OBSTACLE_REASONS,
  reportId,
  RESULT_OUTCOMES,
  typed,
  validate,
  workOnReport,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';

/** Days for which a draft is kept after it was last written. */
const KEPT_DAYS = 30;

const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);

// Half of an answer is no fault: only what is too long is refused.
const schema = z.object({
  reportId,
  kind: z.enum(ANSWER_KINDS),
  text: typed(0, LIMITS.answer[1]),
  promisedOn: orNull(z.iso.date()),
  outcome: orNull(z.enum(RESULT_OUTCOMES)),
  obstacleReason: orNull(z.enum(OBSTACLE_REASONS)),
  noProofReason: orNull(typed(0, LIMITS.noProof[1])),
});

/** Keeps what an officer has written so far, for whichever device the officer goes on with. The last one wins. */
export async function saveAnswerDraft(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { reportId: id, kind, text, promisedOn, outcome, obstacleReason, noProofReason } = valid.value;
  return workOnReport<{ reportId: string }>(
    deps,
    viewer,
    { reportId: id, operation: 'draftAnswer' },
    async ({ em, now, actor }) => {
      const [row] = await em.execute<{ is_new: boolean }[]>(
        `insert into answer_draft (report_id, officer_id, kind, text, promised_on, outcome, obstacle_reason, no_proof_reason, saved_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (report_id, officer_id) do update set kind = excluded.kind, text = excluded.text, promised_on = excluded.promised_on,
           outcome = excluded.outcome, obstacle_reason = excluded.obstacle_reason, no_proof_reason = excluded.no_proof_reason, saved_at = excluded.saved_at
         returning (xmax = 0) as is_new`,
        [
          id,
          actor.officerId,
          kind,
          text,
          promisedOn,
          outcome,
          obstacleReason,
          noProofReason,
          now.toISOString(),
        ],
      );
      // That one was begun is told once; each letter that is typed is nobody's business.
      return { value: { reportId: id }, ...(row!.is_new ? { action: 'DRAFT_BEGUN' as const } : {}) };
    },
  );
}

const discarding = z.object({ reportId });

/** Throws a draft away. */
export async function discardAnswerDraft(
  deps: ReportsDependencies,
  input: z.input<typeof discarding>,
  viewer: Viewer,
): Promise<Result<{ reportId: string }>> {
  const valid = validate(discarding, input);
  if (!valid.ok) return valid;
  return workOnReport<{ reportId: string }>(
    deps,
    viewer,
    { ...valid.value, operation: 'draftAnswer' },
    async ({ em, report, actor }) => {
      await forgetDraft(em, report.id, actor.officerId);
      return { value: { reportId: report.id } };
    },
  );
}

/**
 * An answer that was sent and not made after all is its officer's draft again, unless the officer has begun another one since.
 * The words count, whoever may answer now: nobody else reads them.
 */
export async function keepUnsent(
  em: EntityManager,
  unsent: { reportId: string; officerId: string; answer: unknown; sentAt: string },
): Promise<void> {
  const answer = schema.safeParse({ ...(unsent.answer as object), reportId: unsent.reportId });
  if (!answer.success) return;
  const { kind, text, promisedOn, outcome, obstacleReason, noProofReason } = answer.data;
  await em.execute(
    `insert into answer_draft (report_id, officer_id, kind, text, promised_on, outcome, obstacle_reason, no_proof_reason, saved_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (report_id, officer_id) do update set kind = excluded.kind, text = excluded.text, promised_on = excluded.promised_on,
       outcome = excluded.outcome, obstacle_reason = excluded.obstacle_reason, no_proof_reason = excluded.no_proof_reason, saved_at = excluded.saved_at
     where answer_draft.saved_at <= excluded.saved_at`,
    [
      unsent.reportId,
      unsent.officerId,
      kind,
      text,
      promisedOn,
      outcome,
      obstacleReason,
      noProofReason,
      new Date(unsent.sentAt).toISOString(),
    ],
  );
}

/** What was sent is no draft any more. */
export async function forgetDraft(
  em: EntityManager,
  draftOf: string,
  officerId: string | null,
): Promise<void> {
  if (officerId !== null)
    await em.execute('delete from answer_draft where report_id = ? and officer_id = ?', [draftOf, officerId]);
}

/** Removes drafts that nobody went on with. Returns how many. */
export async function forgetOldDrafts(deps: ReportsDependencies): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - KEPT_DAYS * 86_400_000);
  const rows = await deps.database.query<{ report_id: string }>(
    'forget-old-drafts',
    'delete from answer_draft where saved_at < $1 returning report_id',
    [before],
  );
  return rows.length;
}
