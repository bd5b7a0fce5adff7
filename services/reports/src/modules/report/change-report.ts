import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v5 as uuidv5 } from 'uuid';
import { isNationalDesk, type Viewer } from '@lapor/viewer';
import { findOrganisations, followIfEnded } from '../organisation/index.ts';
import type { ReportsDependencies } from './dependencies.ts';
import { Assignment, Report } from './entity.ts';
import { next, type Transition } from './lifecycle.ts';
import { endHandOvers } from './end-hand-overs.ts';
import { endWorkOrders } from './end-work-orders.ts';
import { endLease, leaseOfAnother, respectsLease } from './waiting-lease.ts';
import { actingAssignment, actingOrganisation } from './acting.ts';
import { about, actsAsReporter, may } from './policy.ts';
import type { Operation, PolicyFacts } from './policy-facts.ts';
import { assignmentFacts, ownsReport } from './read-model.ts';
import { recordTransition, SYSTEM, type Actor, type Entry } from './record-transition.ts';
import { done, failed, NOT_FOUND, Rollback, type Failure, type Result } from './result.ts';
import type { WaitsFor } from './vocabulary.ts';

export interface ChangeRequest {
  reportId: string;
  /** The device's key for this change; a repeated one changes nothing and answers alike. Counts for one person and one kind of change. */
  requestKey?: string | null | undefined;
  /** The version that the sender saw: when it is another by now, nothing is changed. */
  expectedVersion?: number | null | undefined;
  /** What the viewer must be allowed to do. */
  operation: Operation;
  /** What happens in the lifecycle. */
  transition: Transition;
  /** Other reports that are changed with it: held in one order with it, so that two changes never wait for each other. */
  together?: readonly string[];
  /** The handling organisation it is about, where several are possible: only the right over that one counts. */
  organisationId?: string;
}

/** What a use case sees while its transaction is open and the report locked. */
export interface ChangeScope {
  em: EntityManager;
  report: Report;
  /** Running assignments, the lead first. */
  assignments: Assignment[];
  now: Date;
  actor: Actor;
  /** Whether the actor works for the lead; a co-handler does not. */
  isLead: boolean;
  /** The assignment by which the actor works, if by one. */
  acting: ReturnType<typeof actingAssignment>;
  /** Whether the policy gives the actor another right over the locked report. */
  mayAlso: (operation: Operation) => boolean;
}

/** What a use case answers: the entry for the history, and whose turn it is afterwards (unchanged when absent). */
export interface ChangeEffects {
  entry: Entry;
  waitsFor?: WaitsFor;
  /** Another transition than the one asked for, found under the lock: both must be allowed in the present state. */
  transition?: Transition;
  /** Who is said to have acted, where that is not simply the viewer. */
  actor?: Actor;
  /** Runs after the entry was written, in the same transaction; gives the keys of files to remove once it is committed. */
  afterEntry?: (historyId: string) => Promise<string[] | void>;
}

/** What the platform does; like a person's change. */
export type SystemEffects = ChangeEffects;

/**
 * The frame of every change to an existing report: lock, permission, lifecycle, the change itself, history, events – one transaction.
 * Not allowed and not found look alike; allowed in another state is a refusal that names the state.
 */
export async function changeReport(
  deps: ReportsDependencies,
  viewer: Viewer,
  request: ChangeRequest,
  apply: (scope: ChangeScope) => Promise<ChangeEffects | Failure> | ChangeEffects | Failure,
): Promise<Result<{ reportId: string }>> {
  const together = request.together ?? [];
  return inTransaction(deps, request.reportId, together, async (em, report, assignments, filesToRemove) => {
    const now = deps.clock.now();
    const facts = await policyFactsOf(em, report, assignments, viewer, deps.lookupSecret, now);
    const requestKey = ownKey(viewer, request, now);
    const repeated = requestKey !== null && (await isRepeated(em, report.id, requestKey));
    // A change may take the report from its sender, who gets the same answer again – but never an identity.
    const allowed = may(viewer, about(facts, request.organisationId), request.operation);
    if (!allowed && !(repeated && request.operation !== 'revealIdentity')) return NOT_FOUND;
    if (repeated) return done({ reportId: report.id });
    const { expectedVersion } = request;
    if (expectedVersion && expectedVersion !== report.sequence)
      return failed({ type: 'stale', reportId: report.id, expectedVersion });
    const actor = actorOf(viewer, facts, request.operation);
    if (respectsLease(request.operation, report)) {
      const lease = await leaseOfAnother(em, report.id, actor.officerId, now);
      if (lease) return failed({ type: 'leased', ...lease });
    }
    const acting = actor.kind === 'OFFICER' ? actingAssignment(viewer, facts) : null;
    const isLead = acting?.assignment.role === 'LEAD';
    const mayAlso = (operation: Operation) => may(viewer, facts, operation);
    const scope = { em, report, assignments, now, actor, acting, isLead, mayAlso };
    return make(deps, scope, { ...request, requestKey }, apply, filesToRemove);
  });
}

const REQUEST_KEYS = 'c0b6ad0e-41d7-5a3c-9d52-6b6d3f0e8a11';

const REVEAL_RETRY_MILLISECONDS = 5 * 60_000;

/**
 * The device's key bound to who sends it for what: another person's or another change's key is another key. A key for reading
 * an identity is good for a retry within minutes; later it asks, and is logged, anew.
 */
function ownKey(viewer: Viewer, { requestKey, transition }: ChangeRequest, now: Date): string | null {
  if (!requestKey) return null;
  const parts =
    transition === 'revealIdentity' ? [Math.floor(now.getTime() / REVEAL_RETRY_MILLISECONDS)] : [];
  return boundKey(viewer, transition, requestKey, ...parts.map(String));
}

/** A device's key, good for this viewer and this kind of change alone. */
export const boundKey = (viewer: Viewer, what: string, requestKey: string, ...parts: string[]): string =>
  uuidv5(JSON.stringify([what, viewer.accountId ?? null, requestKey, ...parts]), REQUEST_KEYS);

/**
 * The same frame for what the platform does: timed transitions at the instant at which they were due, and what follows from a
 * change of the organisations. `apply` answers `null` when it no longer applies. `running`: the transaction to take part in
 * (the inbox's), else one of its own.
 */
export async function changeReportBySystem(
  deps: ReportsDependencies,
  request: Pick<ChangeRequest, 'reportId' | 'transition'> & {
    at: Date;
    /** The organisation from which the report goes, in the history and for `sla`. */
    organisationId?: string | null;
  },
  apply: (scope: ChangeScope) => Promise<SystemEffects | null> | SystemEffects | null,
  running?: EntityManager,
): Promise<void> {
  const work = async (em: EntityManager, report: Report, assignments: Assignment[]) => {
    const actor: Actor = { ...SYSTEM, organisationId: request.organisationId ?? null };
    const scope = {
      em,
      report,
      assignments,
      now: request.at,
      actor,
      acting: null,
      isLead: false,
      mayAlso: () => false,
    };
    if (!next(lifecycleFactsOf(report), request.transition, request.at).ok)
      return done({ reportId: report.id });
    const open = openHandOvers(assignments);
    const effects = await apply(scope);
    if (!effects) return done({ reportId: report.id });
    const transition = effects.transition ?? request.transition;
    const result = await make(deps, scope, { transition }, () => effects, [], open);
    // What `apply` did must not stay when the lifecycle refuses it.
    if (!result.ok) throw new Error(`The platform made ${transition} of a report that is ${report.state}`);
    return result;
  };
  if (running) {
    const found = await lockReport(running, request.reportId);
    if (found) await work(running, found.report, found.assignments);
  } else {
    await inTransaction(deps, request.reportId, [], work);
  }
}

/** Of a reporter of whom nothing was kept any longer: what is written from now on is erased in its turn. */
const eraseAnew = (em: EntityManager, reportId: string) =>
  em.execute('update report set erasure_told = false where id = ? and erasure_told', [reportId]);

const openHandOvers = (assignments: readonly Assignment[]): string[] =>
  assignments.flatMap(({ handOverId }) => handOverId ?? []);

async function make(
  deps: ReportsDependencies,
  scope: ChangeScope,
  request: Pick<ChangeRequest, 'transition' | 'requestKey'>,
  apply: (scope: ChangeScope) => Promise<ChangeEffects | Failure> | ChangeEffects | Failure,
  filesToRemove: string[] = [],
  open = openHandOvers(scope.assignments),
): Promise<Result<{ reportId: string }>> {
  const { em, report, now } = scope;
  const stateBefore = report.state;
  const deskBefore = report.deskOrganisationId ?? null;
  const pathsBefore = scope.assignments.map(({ path }) => path);
  const handledBefore = scope.assignments.map(({ organisationId }) => organisationId);
  const before = lifecycleFactsOf(report);
  const outcome = next(before, request.transition, now);
  if (!outcome.ok) return failed({ type: 'refused', code: outcome.refusal, state: report.state });
  const effects = await apply(scope);
  if ('type' in effects) throw new Rollback(effects);
  const made = effects.transition ? next(before, effects.transition, now) : outcome;
  if (!made.ok) throw new Rollback({ type: 'refused', code: made.refusal, state: report.state });
  report.state = made.state;
  const ended = report.state === 'COMPLETED' || report.state === 'ARCHIVED';
  const wasEnded = stateBefore === 'COMPLETED' || stateBefore === 'ARCHIVED';
  if (wasEnded && !ended) {
    await followIfEnded(
      em,
      scope.assignments.map(({ organisationId }) => organisationId),
      now,
    );
    await eraseAnew(em, report.id);
  }
  if (!ended) report.endedAt = null;
  else if (stateBefore !== report.state) report.endedAt = now;
  report.waitsFor = ended ? 'NOBODY' : (effects.waitsFor ?? report.waitsFor);
  if (ended)
    for (const assignment of scope.assignments) {
      assignment.handOverId = null;
      assignment.handOverUntil = null;
    }
  const running = new Set(openHandOvers(scope.assignments));
  const over = open.filter((id) => !running.has(id));
  const historyId = await recordTransition(deps, em, {
    report,
    assignments: scope.assignments,
    stateBefore,
    actor: effects.actor ?? scope.actor,
    entry: effects.entry,
    at: now,
    requestKey: request.requestKey ?? null,
    pathsBefore,
  });
  const leavesDesk = report.state !== 'SUBMITTED' || (report.deskOrganisationId ?? null) !== deskBefore;
  if (stateBefore === 'SUBMITTED' && leavesDesk) await endLease(em, report.id);
  // A reason of its own was given where the end is what the change was about.
  await endHandOvers(em, over, ended ? 'CLOSED' : 'LEFT', now);
  const handlers = ended ? [] : scope.assignments.map(({ organisationId }) => organisationId);
  // Nothing to ask where everybody who had it has it still.
  if (!handledBefore.every((organisationId) => handlers.includes(organisationId)))
    await endWorkOrders(em, report.id, handlers, now);
  filesToRemove.push(...((await effects.afterEntry?.(historyId)) ?? []));
  return done({ reportId: report.id });
}

async function inTransaction(
  deps: ReportsDependencies,
  reportId: string,
  together: readonly string[],
  work: (
    em: EntityManager,
    report: Report,
    assignments: Assignment[],
    filesToRemove: string[],
  ) => Promise<Result<{ reportId: string }>>,
): Promise<Result<{ reportId: string }>> {
  const filesToRemove: string[] = [];
  try {
    const result = await deps.database.transaction(async (em) => {
      if (together.length > 0)
        await em.execute('select 1 from report where id = any(?::uuid[]) order by id for update', [
          `{${[reportId, ...together].join(',')}}`,
        ]);
      const found = await lockReport(em, reportId);
      return found ? work(em, found.report, found.assignments, filesToRemove) : NOT_FOUND;
    });
    if (result.ok) deps.eventsCommitted();
    await Promise.all(filesToRemove.map((key) => deps.files.remove(key)));
    return result;
  } catch (error) {
    if (error instanceof Rollback) return failed(error.failure);
    throw error;
  }
}

/** The report and its running assignments, held until the transaction ends. */
export async function lockReport(
  em: EntityManager,
  reportId: string,
): Promise<{ report: Report; assignments: Assignment[] } | null> {
  const report = await em.findOne(Report, { id: reportId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!report) return null;
  const assignments = await em.find(
    Assignment,
    { reportId, endedAt: null },
    { orderBy: { role: 'desc', assignedAt: 'asc' } },
  );
  return { report, assignments };
}

async function isRepeated(em: EntityManager, reportId: string, requestKey: string): Promise<boolean> {
  return (
    (
      await em.execute('select 1 from history where report_id = ? and request_key = ?', [
        reportId,
        requestKey,
      ])
    ).length > 0
  );
}

const lifecycleFactsOf = (report: Report) => ({
  state: report.state,
  endedAt: report.endedAt ?? null,
  returnCount: report.returnCount,
  rating: report.rating ?? null,
  isAnonymous: report.isAnonymous,
  isConfidential: report.isConfidential,
  hasIdentity: report.hasIdentity,
  isPublished: report.isPublished,
  isHeld: (report.withholdReason ?? null) !== null,
  isDuplicate: (report.masterId ?? null) !== null,
  archiveCode: report.archiveCode ?? null,
});

/** What the policy asks of a locked report. */
export async function policyFactsOf(
  em: EntityManager,
  report: Report,
  assignments: readonly Assignment[],
  viewer: Viewer,
  lookupSecret: string,
  now: Date,
): Promise<PolicyFacts> {
  const desk = report.deskOrganisationId ?? null;
  return {
    id: report.id,
    state: report.state,
    isAnonymous: report.isAnonymous,
    isConfidential: report.isConfidential,
    isPublished: report.isPublished,
    regionCode: report.regionCode ?? null,
    deskOrganisationId: desk,
    deskPath: desk === null ? [] : ((await findOrganisations(em, [desk])).get(desk)?.path ?? []),
    assignments: assignments.map((assignment) => assignmentFacts(assignment, now)),
    excludedOrganisationIds: report.excludedOrganisationIds,
    viewerOwnsReport: ownsReport(viewer, report.accountLookup ?? null, lookupSecret),
  };
}

/** Who acts, as history and audit keep it. */
export function actorOf(viewer: Viewer, facts: PolicyFacts, operation: Operation): Actor {
  const nobody = { role: null, officerId: null, organisationId: null, isNationalDesk: false };
  if (actsAsReporter(viewer, facts, operation)) return { kind: 'CITIZEN', ...nobody };
  const acting = actingAssignment(viewer, facts);
  // Whoever holds the link speaks for the head to whom it was sent; there is no account behind it.
  if (acting?.by === 'LINK' && operation === 'answer')
    return {
      kind: 'OFFICER',
      ...nobody,
      role: 'AGENCY_HEAD',
      organisationId: acting.assignment.organisationId,
    };
  if (viewer.kind !== 'officer') return { kind: 'CITIZEN', ...nobody };
  const organisationId = actingOrganisation(viewer, facts);
  const post = viewer.posts.find((candidate) => candidate.organisationId === organisationId);
  const national = isNationalDesk(viewer);
  return {
    kind: 'OFFICER',
    apiKeyId: viewer.apiKey?.id ?? null,
    role: post?.role ?? null,
    // A key is nobody's account: the audit knows which one it was.
    officerId: viewer.apiKey ? null : (viewer.accountId ?? null),
    organisationId,
    isNationalDesk: national,
  };
}
