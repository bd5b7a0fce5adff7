import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v5 as uuidv5 } from 'uuid';
import { isNationalDesk, type Viewer } from '@lapor/viewer';
import { findOrganisations } from '../organisation/index.ts';
import type { ReportsDependencies } from './dependencies.ts';
import { Assignment, Report } from './entity.ts';
import { next, type Transition } from './lifecycle.ts';
import {
  actingOrganisation,
  actsAsReporter,
  leads,
  may,
  type Operation,
  type PolicyFacts,
} from './policy.ts';
import { ownsReport } from './read-model.ts';
import { recordTransition, type Actor, type Entry } from './record-transition.ts';
import { done, failed, NOT_FOUND, Rollback, type Failure, type Result } from './result.ts';
import type { WaitsFor } from './vocabulary.ts';

export interface ChangeRequest {
  reportId: string;
  /** The device's key for this change; a repeated one changes nothing and answers alike. Counts for one person and one kind of change. */
  requestKey?: string | null | undefined;
  /** What the viewer must be allowed to do. */
  operation: Operation;
  /** What happens in the lifecycle. */
  transition: Transition;
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
}

/** What a use case answers: the entry for the history, and whose turn it is afterwards (unchanged when absent). */
export interface ChangeEffects {
  entry: Entry;
  waitsFor?: WaitsFor;
  /** Runs after the entry was written, in the same transaction; gives the keys of files to remove once it is committed. */
  afterEntry?: (historyId: string) => Promise<string[] | void>;
}

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
  return inTransaction(deps, request.reportId, async (em, report, assignments, filesToRemove) => {
    const facts = await policyFactsOf(em, report, assignments, viewer, deps.lookupSecret);
    const now = deps.clock.now();
    const requestKey = ownKey(viewer, request, now);
    const repeated = requestKey !== null && (await isRepeated(em, report.id, requestKey));
    // A change may take the report from its sender, who gets the same answer again – but never an identity.
    const allowed = may(viewer, facts, request.operation);
    if (!allowed && !(repeated && request.operation !== 'revealIdentity')) return NOT_FOUND;
    if (repeated) return done({ reportId: report.id });
    const actor = actorOf(viewer, facts, request.operation);
    const scope = { em, report, assignments, now, actor, isLead: leads(viewer, facts) };
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
  const parts = [transition, viewer.accountId ?? null, requestKey];
  if (transition === 'revealIdentity')
    parts.push(String(Math.floor(now.getTime() / REVEAL_RETRY_MILLISECONDS)));
  return uuidv5(JSON.stringify(parts), REQUEST_KEYS);
}

/**
 * The same frame for timed transitions: made by the system at the instant at which they were due. `apply` answers `null` when
 * it no longer applies. `running`: the transaction to take part in (the inbox's), else one of its own.
 */
export async function changeReportBySystem(
  deps: ReportsDependencies,
  request: Pick<ChangeRequest, 'reportId' | 'transition'> & { at: Date },
  apply: (scope: ChangeScope) => ChangeEffects | null,
  running?: EntityManager,
): Promise<void> {
  const work = async (em: EntityManager, report: Report, assignments: Assignment[]) => {
    const actor: Actor = {
      kind: 'SYSTEM',
      role: null,
      officerId: null,
      organisationId: null,
      isNationalDesk: false,
    };
    const scope = { em, report, assignments, now: request.at, actor, isLead: false };
    if (!next(lifecycleFactsOf(report), request.transition, request.at).ok)
      return done({ reportId: report.id });
    const effects = apply(scope);
    return effects ? make(deps, scope, request, () => effects) : done({ reportId: report.id });
  };
  if (running) {
    const found = await lock(running, request.reportId);
    if (found) await work(running, found.report, found.assignments);
  } else {
    await inTransaction(deps, request.reportId, work);
  }
}

async function make(
  deps: ReportsDependencies,
  scope: ChangeScope,
  request: Pick<ChangeRequest, 'transition' | 'requestKey'>,
  apply: (scope: ChangeScope) => Promise<ChangeEffects | Failure> | ChangeEffects | Failure,
  filesToRemove: string[] = [],
): Promise<Result<{ reportId: string }>> {
  const { em, report, now } = scope;
  const stateBefore = report.state;
  const outcome = next(lifecycleFactsOf(report), request.transition, now);
  if (!outcome.ok) return failed({ type: 'refused', code: outcome.refusal, state: report.state });
  const effects = await apply(scope);
  if ('type' in effects) throw new Rollback(effects);
  report.state = outcome.state;
  const ended = report.state === 'COMPLETED' || report.state === 'ARCHIVED';
  if (!ended) report.endedAt = null;
  else if (stateBefore !== report.state) report.endedAt = now;
  report.waitsFor = ended ? 'NOBODY' : (effects.waitsFor ?? report.waitsFor);
  const historyId = await recordTransition(deps, em, {
    report,
    assignments: scope.assignments,
    stateBefore,
    actor: scope.actor,
    entry: effects.entry,
    at: now,
    requestKey: request.requestKey ?? null,
  });
  filesToRemove.push(...((await effects.afterEntry?.(historyId)) ?? []));
  return done({ reportId: report.id });
}

async function inTransaction(
  deps: ReportsDependencies,
  reportId: string,
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
      const found = await lock(em, reportId);
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

async function lock(
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
});

async function policyFactsOf(
  em: EntityManager,
  report: Report,
  assignments: readonly Assignment[],
  viewer: Viewer,
  lookupSecret: string,
): Promise<PolicyFacts> {
  const desk = report.deskOrganisationId ?? null;
  return {
    id: report.id,
    state: report.state,
    isAnonymous: report.isAnonymous,
    isConfidential: report.isConfidential,
    isPublished: report.isPublished,
    deskOrganisationId: desk,
    deskPath: desk === null ? [] : ((await findOrganisations(em, [desk])).get(desk)?.path ?? []),
    assignments,
    viewerOwnsReport: ownsReport(viewer, report.accountLookup ?? null, lookupSecret),
  };
}

function actorOf(viewer: Viewer, facts: PolicyFacts, operation: Operation): Actor {
  if (viewer.kind !== 'officer' || actsAsReporter(viewer, facts, operation)) {
    return { kind: 'CITIZEN', role: null, officerId: null, organisationId: null, isNationalDesk: false };
  }
  const organisationId = actingOrganisation(viewer, facts);
  const post = viewer.posts.find((candidate) => candidate.organisationId === organisationId);
  const national = isNationalDesk(viewer);
  return {
    kind: 'OFFICER',
    role: post?.role ?? null,
    officerId: viewer.accountId ?? null,
    organisationId,
    isNationalDesk: national,
  };
}
