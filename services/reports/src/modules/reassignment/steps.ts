import { isKeptOut } from '../handling/index.ts';
import type { OrganisationCopy, Present } from '../organisation/index.ts';
import type { Assignment, ReassignmentReason, Report } from '../report/index.ts';

/** The next thing that has to happen to a report because of an organisation; each is one change of its own. */
export type Step =
  /** An assignment goes to the heir, in the same role. */
  | { kind: 'MOVE_ASSIGNMENT'; assignment: Assignment; to: OrganisationCopy }
  /** There is no heir: a person has to route the report anew. */
  | { kind: 'BACK_TO_DESK'; assignment: Assignment }
  /** A helper that ended without an heir; the lead goes on. */
  | { kind: 'DROP_HELPER'; assignment: Assignment }
  | { kind: 'MOVE_DESK'; to: OrganisationCopy | null; reason: ReassignmentReason }
  /** Another place in the tree; an entry in the history only where the government is another. */
  | { kind: 'NEW_PLACE'; assignment: Assignment; changesGovernment: boolean }
  /** Somebody can answer now: the stand-in and the link to the head end. */
  | { kind: 'STAFFED'; assignment: Assignment }
  /** Nobody can answer any more, or another one stands in. */
  | { kind: 'STAND_IN'; assignment: Assignment };

const isOpen = ({ state }: Pick<Report, 'state'>): boolean => state === 'DISPOSED' || state === 'IN_PROGRESS';

const isSamePath = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

/** It came to stand below an organisation that the reporter keeps out. A closed report stays where it was. */
const keepOut = (report: Pick<Report, 'state'>, assignment: Assignment): Step | null =>
  assignment.role === 'CO_HANDLER'
    ? { kind: 'DROP_HELPER', assignment }
    : isOpen(report)
      ? { kind: 'BACK_TO_DESK', assignment }
      : null;

/**
 * What came back to a desk waits there as to the level above; what was passed on never yet was filed on its page, and waits there by the
 * right of direct verification alone.
 */
const mayKeep = (report: Pick<Report, 'firstDisposedAt'>, desk: OrganisationCopy | null): boolean =>
  desk === null || Boolean(report.firstDisposedAt) || desk.hasDirectVerification;

function whyItLeaves(organisation: OrganisationCopy, heir: OrganisationCopy | null): ReassignmentReason {
  if (organisation.status === 'FORMER') return heir ? 'MERGED' : 'RETIRED';
  return organisation.isStaffed ? 'RIGHT_ENDED' : 'UNSTAFFED';
}

/** The next step, if one is left. No I/O: the same facts give the same step, and none when it was done. */
export function nextStep(
  report: Pick<Report, 'state' | 'deskOrganisationId' | 'excludedOrganisationIds' | 'firstDisposedAt'>,
  assignments: readonly Assignment[],
  { organisation, heir, standIn, desk }: Present,
): Step | null {
  const assignment = assignments.find(({ organisationId }) => organisationId === organisation.id);
  if (organisation.status === 'FORMER') {
    // To whom the reporter keeps out it does not go, whoever inherits.
    if (assignment && heir && !isKeptOut(report, heir))
      return { kind: 'MOVE_ASSIGNMENT', assignment, to: heir };
    if (assignment?.role === 'CO_HANDLER') return { kind: 'DROP_HELPER', assignment };
    // A closed report is left where it was; when it is opened again it is looked at again.
    if (assignment && isOpen(report)) return { kind: 'BACK_TO_DESK', assignment };
  }
  const waits = report.state === 'SUBMITTED' || report.state === 'POSTPONED';
  if (waits && report.deskOrganisationId === organisation.id) {
    const to = mayKeep(report, desk) ? desk : null;
    if (to?.id !== organisation.id) return { kind: 'MOVE_DESK', to, reason: whyItLeaves(organisation, heir) };
  }
  if (!assignment || organisation.status === 'FORMER') return null;
  if (
    !isSamePath(assignment.path, organisation.path) ||
    assignment.governmentId !== organisation.governmentId
  )
    return isKeptOut(report, organisation)
      ? keepOut(report, assignment)
      : {
          kind: 'NEW_PLACE',
          assignment,
          changesGovernment: assignment.governmentId !== organisation.governmentId,
        };
  if (organisation.isStaffed) return assignment.isHandedOver ? { kind: 'STAFFED', assignment } : null;
  const isSettled =
    assignment.isHandedOver && (assignment.standInOrganisationId ?? null) === (standIn?.id ?? null);
  return isSettled ? null : { kind: 'STAND_IN', assignment };
}
