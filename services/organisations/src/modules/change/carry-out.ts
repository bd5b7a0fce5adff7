import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { localDateAt, startOfLocalDate } from '@lapor/working-days';
import type { Actor } from '../audit/index.ts';
import { announceOrganisations, refreshStaffing } from '../organisation/index.ts';
import { accepted, invalid } from '@lapor/request';
import type { Outcome } from '../refusal/index.ts';
import { recordChanges } from './history.ts';
import { lockGovernments } from './lock-tree.ts';
import type { TreeOperation } from './operation.ts';
import { type Plan, type PlannedEntry, Touched, type Writing } from './plan.ts';

/** What a change answers: the organisation, and the row of its history or `null` when nothing had to change. Survives JSON. */
export type ChangeAnswer = { organisationId: string; changeId: string | null };

/** Who decided what, and from when. */
export type Decision = {
  actor: Actor;
  at: Date;
  effectiveOn: string | null;
  reason: string | null;
  decree: string | null;
};

/** The republic was proclaimed. */
const earliest = '1945-08-17';
const furthestDays = 5 * 366;

/** Does what was planned: at once when its day has come, else it waits for it. In the running transaction, under the lock of the tree. */
export async function carryOut(
  em: EntityManager,
  plan: Plan,
  operation: TreeOperation | null,
  decision: Decision,
): Promise<Outcome<ChangeAnswer>> {
  const { actor, at, reason, decree } = decision;
  const today = localDateAt(at, plan.timeZone);
  const effectiveOn = decision.effectiveOn ?? today;
  const isLater = effectiveOn > today;
  const latest = localDateAt(new Date(at.getTime() + furthestDays * 86_400_000), plan.timeZone);
  if (effectiveOn < earliest || effectiveOn > latest) {
    return invalid(faultOfDay(`Must lie between ${earliest} and ${latest}.`));
  }
  if (isLater && plan.waitsAt === null) return invalid(faultOfDay('A root is made at once.'));
  if (plan.entries.length === 0) return accepted({ organisationId: plan.organisationId, changeId: null });
  const record = { operationId: randomUUID(), actor, at, effectiveOn, reason, decree };
  if (!isLater || operation === null) {
    await write(em, plan, { em, actor, at, effectiveOn, reason, touched: new Touched() });
    const ids = await recordChanges(em, plan.entries, {
      ...record,
      state: 'APPLIED',
      dueAt: null,
      operation: null,
    });
    return accepted({ organisationId: plan.organisationId, changeId: ids[0]! });
  }
  const entries = waitingEntries(plan);
  const ids = await recordChanges(em, entries, {
    ...record,
    state: 'SCHEDULED',
    dueAt: startOfLocalDate(effectiveOn, plan.timeZone),
    operation,
  });
  return accepted({ organisationId: entries[0]!.organisationId, changeId: ids[0]! });
}

/** Writes a plan and tells the other services of every organisation whose row or path changed, parents before their children. */
export async function write(em: EntityManager, plan: Plan, writing: Writing): Promise<void> {
  await lockGovernments(em, plan.governmentIds);
  await plan.write(writing);
  await announceTouched(writing);
}

export async function announceTouched({ em, at, touched }: Writing): Promise<void> {
  await refreshStaffing(em, [...touched.restaffed], at);
  const rows = await em.execute<{ id: string }[]>(
    `select id from organisation where id in (select json_array_elements_text(?::json)) order by cardinality(path), id`,
    [JSON.stringify([...touched.changed])],
  );
  await announceOrganisations(
    em,
    rows.map(({ id }) => id),
    at,
  );
}

/** A unit that is yet to be made has no row: what will be its parent bears the change meanwhile. */
const waitingEntries = (plan: Plan): PlannedEntry[] =>
  plan.entries.map((entry) =>
    entry.kind === 'CREATED' && typeof plan.waitsAt === 'string'
      ? { ...entry, organisationId: plan.waitsAt }
      : entry,
  );

const faultOfDay = (message: string) => ({ path: 'input.effectiveOn', code: 'INVALID', message });
