import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, appendAudits } from '../audit/index.ts';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { write } from './carry-out.ts';
import { auditActions, recordChanges } from './history.ts';
import { lockTree } from './lock-tree.ts';
import { treeOperation } from './operation.ts';
import { type Plan, type PlannedEntry, Touched } from './plan.ts';
import { planOperation } from './plan-operation.ts';
import { findNodes } from './tree-node.ts';
import type { ChangeKind } from './vocabulary.ts';

type Waiting = {
  id: number;
  organisation_id: string;
  government_id: string;
  kind: ChangeKind;
  effective_on: string;
  reason: string | null;
  decree: string | null;
  operation_id: string;
  actor_id: string | null;
  operation: unknown;
};

const system: Actor = { kind: 'SYSTEM' };

/**
 * Carries out the scheduled changes whose day has come, the earliest first, each in a transaction of its own; what is not possible any more
 * is marked as failed with the reason. One that breaks off (a fault of ours) waits as it was, for the next time, and holds up none of those
 * behind it. Several replicas may look at once. Answers how many were decided.
 * @param brokeOff is told of each that broke off.
 */
export async function applyScheduledChanges(
  { database, clock }: UseCaseDependencies,
  brokeOff: (operationId: string, error: unknown) => void,
): Promise<number> {
  const passedOver: string[] = [];
  for (let decided = 0; ;) {
    let current: string | undefined;
    const noteCurrent = (operationId: string) => {
      current = operationId;
    };
    try {
      if (!(await database.transaction((em) => applyNext(em, clock.now(), { passedOver, noteCurrent }))))
        return decided;
      decided += 1;
    } catch (error) {
      // Nothing was at hand yet: the database is away.
      if (current === undefined) throw error;
      passedOver.push(current);
      brokeOff(current, error);
    }
  }
}

async function applyNext(
  em: EntityManager,
  at: Date,
  { passedOver, noteCurrent }: { passedOver: readonly string[]; noteCurrent: (operationId: string) => void },
): Promise<boolean> {
  const due = `select operation_id from organisation_change where state = 'SCHEDULED' and due_at <= ?
    and operation_id::text not in (select json_array_elements_text(?::json)) order by due_at, id limit 1`;
  const which = [at, JSON.stringify(passedOver)];
  if ((await em.execute<unknown[]>(due, which)).length === 0) return false;
  await lockTree(em);
  // Another replica may have been quicker.
  const waiting = await em.execute<Waiting[]>(
    `select id, organisation_id, government_id, kind, effective_on, reason, decree, operation_id, actor_id, operation from organisation_change
     where operation_id = (${due}) and state = 'SCHEDULED' order by id`,
    which,
  );
  const [first] = waiting;
  if (first === undefined) return true;
  noteCurrent(first.operation_id);
  const plan = await judge(em, waiting, first.operation);
  if (plan.ok) await apply(em, plan.value, waiting, at);
  else await fail(em, waiting, plan.error.code, at);
  return true;
}

/** The change was decided by people of one government; when the place went to another since, it is no longer theirs to change. */
async function judge(
  em: EntityManager,
  waiting: readonly Waiting[],
  stored: unknown,
): Promise<Outcome<Plan>> {
  const nodes = await findNodes(
    em,
    waiting.map(({ organisation_id }) => organisation_id),
  );
  if (waiting.some((row) => nodes.get(row.organisation_id)!.governmentId !== row.government_id)) {
    return refused('OTHER_GOVERNMENT', 'It belongs to another government now');
  }
  return planOperation(em, treeOperation.parse(stored));
}

async function apply(em: EntityManager, plan: Plan, waiting: readonly Waiting[], at: Date): Promise<void> {
  const [first] = waiting;
  const { effective_on: effectiveOn, reason, decree, operation_id: operationId, actor_id: actorId } = first!;
  if (plan.entries.length > 0) {
    await write(em, plan, { em, actor: system, at, effectiveOn, reason, touched: new Touched() });
  }
  const isOf = (row: Waiting) => (entry: PlannedEntry) =>
    entry.kind === row.kind && (row.kind === 'CREATED' || entry.organisationId === row.organisation_id);
  const done = waiting.map((row) => {
    const entry = plan.entries.find(isOf(row));
    return {
      ...row,
      organisationId: entry?.organisationId ?? row.organisation_id,
      facts: entry?.facts ?? [],
    };
  });
  await em.execute(
    `update organisation_change c set state = 'APPLIED', decided_at = ?, organisation_id = r."organisationId", facts = r.facts
     from json_to_recordset(?::json) as r (id bigint, "organisationId" text, facts jsonb) where c.id = r.id`,
    [at, JSON.stringify(done)],
  );
  await appendAudits(
    em,
    done.map(({ id, kind, organisationId }) => ({
      actor: system,
      action: auditActions[kind],
      officerId: null,
      organisationId,
      facts: { changeId: String(id) },
      at,
    })),
  );
  // What it came to mean only since it was scheduled, such as tasks that its successor takes over.
  const further = plan.entries.filter((entry) => !waiting.some((row) => isOf(row)(entry)));
  await recordChanges(em, further, {
    operationId,
    actor: actorId === null ? system : { kind: 'OFFICER', id: actorId },
    at,
    state: 'APPLIED',
    effectiveOn,
    dueAt: null,
    reason,
    decree,
    operation: null,
  });
}

async function fail(
  em: EntityManager,
  waiting: readonly Waiting[],
  failure: string,
  at: Date,
): Promise<void> {
  await em.execute(
    `update organisation_change set state = 'FAILED', decided_at = ?, failure = ?
     where id in (select json_array_elements_text(?::json)::bigint)`,
    [at, failure, JSON.stringify(waiting.map(({ id }) => String(id)))],
  );
  await appendAudits(
    em,
    waiting.map((row) => ({
      actor: system,
      action: 'CHANGE_FAILED' as const,
      officerId: null,
      organisationId: row.organisation_id,
      facts: { changeId: String(row.id), failure },
      at,
    })),
  );
}
