import { standInOf, type OrganisationCopy } from '../organisation/index.ts';
import { Assignment, type ChangeScope } from '../report/index.ts';

/** Ends running assignments and keeps them out of the scope. */
export function endAssignments(scope: ChangeScope, ended: readonly Assignment[]): void {
  for (const assignment of ended) {
    assignment.endedAt = scope.now;
    assignment.handOverId = null;
    assignment.handOverUntil = null;
  }
  scope.assignments.splice(
    0,
    scope.assignments.length,
    ...scope.assignments.filter((assignment) => !ended.includes(assignment)),
  );
}

/**
 * Gives a report to an organisation; the lead stands first and is copied to the report for its lists. Where nobody staffs the
 * organisation, a stand-in is named with it.
 */
export async function assign(
  scope: ChangeScope,
  organisation: OrganisationCopy,
  role: 'LEAD' | 'CO_HANDLER',
  newId: () => string,
): Promise<Assignment> {
  const { em, report, now } = scope;
  const standIn = organisation.isStaffed ? null : await standInOf(em, organisation.path);
  const assignment = em.create(Assignment, {
    id: newId(),
    reportId: report.id,
    organisationId: organisation.id,
    role,
    governmentId: organisation.governmentId,
    path: organisation.path,
    timeZone: organisation.timeZone,
    assignedAt: now,
    endedAt: null,
    isHandedOver: !organisation.isStaffed,
    standInOrganisationId: standIn?.id ?? null,
    handOverId: null,
    handOverUntil: null,
  });
  if (role === 'LEAD') {
    scope.assignments.unshift(assignment);
    report.leadOrganisationId = organisation.id;
    report.leadPath = organisation.path;
  } else {
    scope.assignments.push(assignment);
  }
  return assignment;
}
