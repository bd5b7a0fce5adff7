import type { OrganisationCopy } from '../organisation/index.ts';
import { Assignment, type ChangeScope } from '../report/index.ts';

/** Ends running assignments and keeps them out of the scope. */
export function endAssignments(scope: ChangeScope, ended: readonly Assignment[]): void {
  for (const assignment of ended) assignment.endedAt = scope.now;
  scope.assignments.splice(
    0,
    scope.assignments.length,
    ...scope.assignments.filter((assignment) => !ended.includes(assignment)),
  );
}

/** Gives a report to an organisation; the lead stands first and is copied to the report for its lists. */
export function assign(
  scope: ChangeScope,
  organisation: OrganisationCopy,
  role: 'LEAD' | 'CO_HANDLER',
  newId: () => string,
): void {
  const { em, report, now } = scope;
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
  });
  if (role === 'LEAD') {
    scope.assignments.unshift(assignment);
    report.leadOrganisationId = organisation.id;
    report.leadPath = organisation.path;
  } else {
    scope.assignments.push(assignment);
  }
}
