import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { uploaderHashes } from '../attachment/index.ts';
import { auditActor, noteInAudit, type AuditAction } from '../audit/index.ts';
import { textArray } from '../organisation/index.ts';
import {
  about,
  attachmentIds,
  boundKey,
  done,
  failed,
  lockReport,
  may,
  NOT_FOUND,
  policyFactsOf,
  requestKey,
  Rollback,
  typed,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { isForFieldOfficer, opensByLink } from './policy.ts';
import { workOrderState, type WorkOrderState } from './vocabulary.ts';

interface Scope {
  em: EntityManager;
  now: Date;
  state: WorkOrderState;
  isHandler: boolean;
}

const MOST_EVIDENCE = 20;

const over = () =>
  new Rollback({
    type: 'invalid',
    faults: [{ path: 'input.workOrderId', code: 'OVER', message: 'This work order is over.' }],
  });

const evidence = z
  .object({
    workOrderId: z.uuid(),
    requestKey,
    note: typed(0, 1_000),
    attachmentIds,
  })
  .refine(({ note, attachmentIds: files }) => note !== '' || files.length > 0, {
    path: ['note'],
    params: { code: 'REQUIRED' },
    message: 'A word or a photo.',
  });

/** What somebody saw or did in the field: a word, photos, or both. */
export async function addWorkOrderEvidence(
  deps: ReportsDependencies,
  input: z.input<typeof evidence>,
  viewer: Viewer,
): Promise<Result<{ workOrderId: string }>> {
  const valid = validate(evidence, input);
  if (!valid.ok) return valid;
  const { workOrderId, note, attachmentIds: files, requestKey: key } = valid.value;
  return onOrder(deps, viewer, workOrderId, async ({ em, now, state }) => {
    const ownKey = key && boundKey(viewer, 'addWorkOrderEvidence', key);
    const [earlier] = await em.execute<{ count: number; is_repeated: boolean }[]>(
      `select count(*)::int as count, coalesce(bool_or(request_key = ?::uuid), false) as is_repeated
       from work_order_evidence where work_order_id = ?`,
      [ownKey, workOrderId],
    );
    if (earlier!.is_repeated) return null;
    if (state !== 'OPEN') throw over();
    if (earlier!.count >= MOST_EVIDENCE)
      throw new Rollback({
        type: 'invalid',
        faults: [
          { path: 'input.workOrderId', code: 'TOO_MANY', message: `At most ${MOST_EVIDENCE} entries.` },
        ],
      });
    const id = deps.newId();
    await em.execute(
      `insert into work_order_evidence (id, work_order_id, officer_id, note, at, request_key) values (?, ?, ?, ?, ?, ?)`,
      [id, workOrderId, viewer.apiKey ? null : (viewer.accountId ?? null), note, now.toISOString(), ownKey],
    );
    if (files.length > 0) {
      const hashes = uploaderHashes(deps.lookupSecret, viewer).map((hash) => hash.toString('hex'));
      const tied = await em.execute<unknown[]>(
        `insert into work_order_file (attachment_id, evidence_id)
         select a.id, ? from attachment a where a.id = any(?::uuid[]) and a.report_id is null and a.kind = 'PHOTO'
           and encode(a.uploader_hash, 'hex') = any(?::text[])
         on conflict do nothing returning attachment_id`,
        [id, textArray(files), textArray(hashes)],
      );
      if (tied.length < new Set(files).size)
        throw new Rollback({
          type: 'invalid',
          faults: [
            {
              path: 'input.attachmentIds',
              code: 'NOT_FOUND',
              message: 'Some photos are not there; send them again.',
            },
          ],
        });
    }
    return 'WORK_ORDER_EVIDENCE_ADDED';
  });
}

const ending = z.object({ workOrderId: z.uuid() });

/** The work is done. Said twice it is done once. */
export async function finishWorkOrder(
  deps: ReportsDependencies,
  input: z.input<typeof ending>,
  viewer: Viewer,
): Promise<Result<{ workOrderId: string }>> {
  const valid = validate(ending, input);
  if (!valid.ok) return valid;
  const { workOrderId } = valid.value;
  return onOrder(deps, viewer, workOrderId, async ({ em, now, state }) => {
    if (state === 'DONE') return null;
    if (state !== 'OPEN') throw over();
    await end(em, workOrderId, 'DONE', now);
    return 'WORK_ORDER_FINISHED';
  });
}

/** Calls somebody back from the field; for the handlers. */
export async function cancelWorkOrder(
  deps: ReportsDependencies,
  input: z.input<typeof ending>,
  viewer: Viewer,
): Promise<Result<{ workOrderId: string }>> {
  const valid = validate(ending, input);
  if (!valid.ok) return valid;
  const { workOrderId } = valid.value;
  return onOrder(deps, viewer, workOrderId, async ({ em, now, state, isHandler }) => {
    if (!isHandler) throw new Rollback({ type: 'notFound' });
    if (state === 'CANCELLED') return null;
    if (state !== 'OPEN') throw over();
    await end(em, workOrderId, 'CANCELLED', now);
    return 'WORK_ORDER_CANCELLED';
  });
}

const end = (em: EntityManager, id: string, state: 'DONE' | 'CANCELLED', now: Date) =>
  em.execute('update work_order set ended_at = ?, end_state = ? where id = ?', [
    now.toISOString(),
    state,
    id,
  ]);

/** The frame of all three: the report held before its order, who may, the change, audit – one transaction. */
async function onOrder(
  deps: ReportsDependencies,
  viewer: Viewer,
  workOrderId: string,
  change: (scope: Scope) => Promise<AuditAction | null>,
): Promise<Result<{ workOrderId: string }>> {
  try {
    return await deps.database.transaction(async (em): Promise<Result<{ workOrderId: string }>> => {
      const [order] = await em.execute<{ report_id: string }[]>(
        'select report_id from work_order where id = ?',
        [workOrderId],
      );
      const found = order && (await lockReport(em, order.report_id));
      if (!found) return NOT_FOUND;
      const { report, assignments } = found;
      const now = deps.clock.now();
      // Read again under the lock: a change of the report may have ended it meanwhile.
      const [row] = await em.execute<
        {
          organisation_id: string;
          field_officer_id: string | null;
          end_state: 'DONE' | 'CANCELLED' | null;
          expires_at: Date;
        }[]
      >('select organisation_id, field_officer_id, end_state, expires_at from work_order where id = ?', [
        workOrderId,
      ]);
      const { organisation_id: organisationId, field_officer_id: fieldOfficerId } = row!;
      const facts = await policyFactsOf(em, report, assignments, viewer, deps.lookupSecret, now);
      const isHandler = may(viewer, about(facts, organisationId), 'orderWork');
      const subject = { id: workOrderId, organisationId, fieldOfficerId };
      const state = workOrderState({ endState: row!.end_state, expiresAt: new Date(row!.expires_at) }, now);
      // A link opens what is open; an order that ended looks like one that never was.
      const byLink = opensByLink(viewer, subject) && (state === 'OPEN' || state === 'DONE');
      if (!isHandler && !isForFieldOfficer(viewer, subject) && !byLink) return NOT_FOUND;
      const action = await change({ em, now, state, isHandler });
      if (action)
        await noteInAudit(em, {
          at: now,
          action,
          // Whoever holds the link was sent by the unit; there may be no account behind it.
          ...(viewer.kind === 'officer' ? auditActor(viewer) : { actorKind: 'OFFICER', actorId: null }),
          organisationId,
          reportId: report.id,
          paths: assignments.map(({ path }) => path),
          facts: { number: report.number, workOrderId },
        });
      return done({ workOrderId });
    });
  } catch (error) {
    if (error instanceof Rollback) return failed(error.failure);
    throw error;
  }
}
