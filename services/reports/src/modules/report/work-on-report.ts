import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { noteInAudit, type AuditAction } from '../audit/index.ts';
import { actorOf, lockReport, policyFactsOf } from './change-report.ts';
import type { ReportsDependencies } from './dependencies.ts';
import type { Assignment, Report } from './entity.ts';
import { about, may } from './policy.ts';
import type { Operation, PolicyFacts } from './policy-facts.ts';
import { auditActorOf, type Actor } from './record-transition.ts';
import { done, failed, NOT_FOUND, Rollback, type Failure, type Result } from './result.ts';

/** What somebody who works on a report sees while the transaction is open and the report locked. */
export interface WorkScope {
  em: EntityManager;
  report: Report;
  /** Running assignments, the lead first. */
  assignments: Assignment[];
  facts: PolicyFacts;
  now: Date;
  actor: Actor;
}

/** What came of it, and what the audit says of it; without an action nothing was done (a repeated request). */
export interface WorkDone<Value> {
  value: Value;
  action?: AuditAction;
  facts?: Record<string, string | number | null>;
}

/**
 * The frame of what officers do beside the history: lock, permission, the work itself, audit – one transaction. The version
 * of the report stays. Not allowed and not found look alike.
 */
export async function workOnReport<Value>(
  deps: ReportsDependencies,
  viewer: Viewer,
  request: { reportId: string; operation: Operation; organisationId?: string },
  work: (scope: WorkScope) => Promise<WorkDone<Value> | Failure>,
): Promise<Result<Value>> {
  try {
    const result = await deps.database.transaction(async (em): Promise<Result<Value>> => {
      const found = await lockReport(em, request.reportId);
      if (!found) return NOT_FOUND;
      const { report, assignments } = found;
      const now = deps.clock.now();
      const facts = await policyFactsOf(em, report, assignments, viewer, deps.lookupSecret, now);
      if (!may(viewer, about(facts, request.organisationId), request.operation)) return NOT_FOUND;
      const actor = actorOf(viewer, facts, request.operation);
      const outcome = await work({ em, report, assignments, facts, now, actor });
      if ('type' in outcome) throw new Rollback(outcome);
      if (outcome.action)
        await noteInAudit(em, {
          at: now,
          action: outcome.action,
          ...auditActorOf(actor),
          organisationId: actor.organisationId,
          reportId: report.id,
          paths: [...assignments.map(({ path }) => path), facts.deskPath],
          facts: { number: report.number, ...outcome.facts },
        });
      return done(outcome.value);
    });
    if (result.ok) deps.eventsCommitted();
    return result;
  } catch (error) {
    if (error instanceof Rollback) return failed(error.failure);
    throw error;
  }
}
