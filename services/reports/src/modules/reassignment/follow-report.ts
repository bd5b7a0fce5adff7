import { noteInAudit, type AuditAction } from '../audit/index.ts';
import { assign, decidesNationally, endAssignments, isKeptOut } from '../handling/index.ts';
import { beginHandOvers } from '../hand-over/index.ts';
import { presentOf, type OrganisationCopy, type Present } from '../organisation/index.ts';
import {
  changeReportBySystem,
  endHandOvers,
  refreshInboxOf,
  type Assignment,
  type SystemEffects,
  type ChangeScope,
  type ReportsDependencies,
} from '../report/index.ts';
import { nextStep, type Step } from './steps.ts';

/** More than any report needs; what is left is done with the next change. */
const MOST_STEPS = 5;

/**
 * Lets one report follow what an organisation has become: merged, moved, retired, staffed or not. Each step is a change of its
 * own, in the frame and the lock order of every change; what was done is not done again. `false`: not possible yet.
 */
export async function followReport(
  deps: ReportsDependencies,
  organisationId: string,
  reportId: string,
): Promise<boolean> {
  for (let count = 0; count < MOST_STEPS; count++) {
    const outcome = { isMore: false, isLater: false };
    await changeReportBySystem(
      deps,
      { reportId, transition: 'reassign', at: deps.clock.now(), organisationId },
      async (scope) => {
        const present = await presentOf(scope.em, organisationId);
        const step = present && nextStep(scope.report, scope.assignments, present);
        outcome.isLater = !present;
        if (step) {
          outcome.isMore = true;
          return take(deps, scope, step, present);
        }
        // What waits at a desk stands in the inboxes of all above it, wherever that is now.
        if (scope.report.deskOrganisationId === organisationId) await refreshInboxOf(scope);
        return null;
      },
    );
    if (!outcome.isMore) return !outcome.isLater;
  }
  return true;
}

const reassigned = (
  to: string | null,
  reasonCode: string,
  effects: Omit<SystemEffects, 'entry'> = {},
): SystemEffects => ({
  entry: { kind: 'REASSIGNED', audience: 'PUBLIC', toOrganisationId: to, reasonCode },
  ...effects,
});

/** Does a step; the effects it has on the history, or `null` where it has none. */
async function take(
  deps: ReportsDependencies,
  scope: ChangeScope,
  step: Step,
  { organisation, standIn, desk }: Present,
): Promise<SystemEffects | null> {
  const { report } = scope;
  switch (step.kind) {
    case 'MOVE_ASSIGNMENT':
      return moveAssignment(deps, scope, step.assignment, step.to);
    case 'DROP_HELPER':
      endAssignments(scope, [step.assignment]);
      return reassigned(report.leadOrganisationId ?? null, 'RETIRED');
    case 'BACK_TO_DESK': {
      const to = await deskFor(scope, desk);
      endAssignments(scope, [...scope.assignments]);
      report.deskOrganisationId = to?.id ?? null;
      report.leadOrganisationId = null;
      report.leadPath = null;
      report.lastResultAt = null;
      return reassigned(to?.id ?? null, 'RETIRED', { transition: 'reassignToDesk', waitsFor: 'VERIFIER' });
    }
    case 'MOVE_DESK': {
      const to = await deskFor(scope, step.to);
      report.deskOrganisationId = to?.id ?? null;
      return reassigned(to?.id ?? null, step.reason);
    }
    case 'NEW_PLACE':
      step.assignment.path = organisation.path;
      step.assignment.governmentId = organisation.governmentId;
      if (step.assignment.role === 'LEAD') report.leadPath = organisation.path;
      if (step.changesGovernment) return reassigned(organisation.id, 'MOVED');
      await refreshInboxOf(scope);
      return silently(scope, step.assignment, 'PLACE_CHANGED');
    case 'STAFFED':
      return staffed(scope, step.assignment);
    case 'STAND_IN':
      step.assignment.isHandedOver = true;
      step.assignment.standInOrganisationId = standIn?.id ?? null;
      return silently(scope, step.assignment, 'STAND_IN_CHANGED');
  }
}

/** A desk that the report may wait at, for the one at which it would; `null`: the national one. */
const deskFor = async (
  { em, report }: ChangeScope,
  desk: OrganisationCopy | null,
): Promise<OrganisationCopy | null> =>
  desk === null || isKeptOut(report, desk) || (await decidesNationally(em, report)) ? null : desk;

async function moveAssignment(
  deps: ReportsDependencies,
  scope: ChangeScope,
  assignment: Assignment,
  heir: OrganisationCopy,
): Promise<SystemEffects> {
  const there = scope.assignments.find(({ organisationId }) => organisationId === heir.id);
  const isLeading = assignment.role === 'LEAD' || there?.role === 'LEAD';
  const staysWith = there && (there.role === 'LEAD' || assignment.role === 'CO_HANDLER') ? there : null;
  endAssignments(scope, staysWith || !there ? [assignment] : [assignment, there]);
  const begun: Assignment[] = [];
  if (!staysWith) {
    // The old rows must be closed before the new ones are written: one running lead, and each organisation once.
    await scope.em.flush();
    begun.push(await assign(scope, heir, isLeading ? 'LEAD' : 'CO_HANDLER', deps.newId));
  }
  const isOpen = scope.report.state === 'DISPOSED' || scope.report.state === 'IN_PROGRESS';
  return reassigned(heir.id, 'MERGED', {
    afterEntry: () => (isOpen ? beginHandOvers(deps, scope, begun) : Promise.resolve()),
  });
}

/** Somebody can answer now. A link that is open ends with a notice; without one there is nothing to tell. */
async function staffed(scope: ChangeScope, assignment: Assignment): Promise<SystemEffects | null> {
  const { handOverId } = assignment;
  assignment.isHandedOver = false;
  assignment.standInOrganisationId = null;
  assignment.handOverId = null;
  assignment.handOverUntil = null;
  if (!handOverId) return silently(scope, assignment, 'STAND_IN_CHANGED');
  await endHandOvers(scope.em, [handOverId], 'STAFFED', scope.now);
  return {
    entry: {
      kind: 'HAND_OVER_ENDED',
      audience: 'PUBLIC',
      toOrganisationId: assignment.organisationId,
      reasonCode: 'STAFFED',
    },
  };
}

/** Where the history has nothing to tell, the audit has. */
async function silently(
  { em, report, now }: ChangeScope,
  assignment: Assignment,
  action: AuditAction,
): Promise<null> {
  await noteInAudit(em, {
    at: now,
    action,
    actorKind: 'SYSTEM',
    actorId: null,
    organisationId: assignment.organisationId,
    reportId: report.id,
    paths: [assignment.path],
    facts: { number: report.number },
  });
  return null;
}
