import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, type AuditAction, appendAudits } from '../audit/index.ts';
import type { PlannedEntry } from './plan.ts';
import type { ChangeKind, ChangeState } from './vocabulary.ts';

/** What is common to all rows of one operation. */
export type ChangeRecord = {
  operationId: string;
  actor: Actor;
  at: Date;
  state: ChangeState;
  effectiveOn: string;
  dueAt: Date | null;
  reason: string | null;
  decree: string | null;
  /** What is to be done when the day comes, in the first row. */
  operation: unknown;
};

/** Writes rows of history with their audit in the running transaction; answers their ids in the order given. */
export async function recordChanges(
  em: EntityManager,
  entries: readonly PlannedEntry[],
  { operationId, actor, at, state, effectiveOn, dueAt, reason, decree, operation }: ChangeRecord,
): Promise<string[]> {
  if (entries.length === 0) return [];
  const rows = await em.execute<{ id: number }[]>(
    `insert into organisation_change
       (operation_id, organisation_id, government_id, kind, state, effective_on, due_at, recorded_at, decided_at, actor_id, reason, decree, facts, operation)
     select ?, e.organisation_id, o.government_id, e.kind, ?, ?::date, ?::timestamptz, ?, ?::timestamptz, ?, ?, ?, e.facts,
       case when e.position = 1 then ?::jsonb end
     from rows from (json_to_recordset(?::json) as (organisation_id text, kind text, facts jsonb))
       with ordinality as e (organisation_id, kind, facts, position)
     join organisation o on o.id = e.organisation_id
     order by e.position
     returning id`,
    [
      operationId,
      state,
      effectiveOn,
      dueAt,
      at,
      state === 'APPLIED' ? at : null,
      actor.kind === 'OFFICER' ? actor.id : null,
      reason,
      decree,
      operation === null ? null : JSON.stringify(operation),
      JSON.stringify(
        entries.map(({ organisationId, kind, facts }) => ({ organisation_id: organisationId, kind, facts })),
      ),
    ],
  );
  const ids = rows.map(({ id }) => String(id));
  await appendAudits(
    em,
    entries.map(({ organisationId, kind }, index) => ({
      actor,
      action: state === 'SCHEDULED' ? 'CHANGE_SCHEDULED' : auditActions[kind],
      officerId: null,
      organisationId,
      facts: { changeId: ids[index]!, ...(state === 'SCHEDULED' && { kind }) },
      at,
    })),
  );
  return ids;
}

/** What each kind of change is called in the audit log. */
export const auditActions: { readonly [Kind in ChangeKind]: AuditAction } = {
  CREATED: 'ORGANISATION_CREATED',
  RENAMED: 'ORGANISATION_RENAMED',
  MOVED: 'ORGANISATION_MOVED',
  MERGED_INTO: 'ORGANISATION_MERGED',
  ABSORBED: 'ORGANISATION_ABSORBED',
  RETIRED: 'ORGANISATION_RETIRED',
  RESTORED: 'ORGANISATION_RESTORED',
  DETAILS_CHANGED: 'ORGANISATION_UPDATED',
  HEAD_CHANGED: 'HEAD_UPDATED',
  CALENDAR_CHANGED: 'CLOSING_DAYS_SET',
  DIRECT_VERIFICATION_SET: 'DIRECT_VERIFICATION_SET',
  IMPORTED: 'UNITS_IMPORTED',
};
