import type { StaffMessageId } from '../language/use-text.ts';

/** Codes of `ChangeRefused`, and what would be right. */
export const CHANGE_REFUSED: Record<string, StaffMessageId> = {
  WOULD_CYCLE: 'refused.wouldCycle',
  OTHER_GOVERNMENT: 'refused.otherGovernment',
  ORGANISATION_FORMER: 'refused.organisationFormer',
  NOT_FORMER: 'refused.notFormer',
  PARENT_FORMER: 'refused.parentFormer',
  NEEDS_SUCCESSOR: 'refused.needsSuccessor',
  HAS_UNITS: 'refused.hasUnits',
  NAME_TAKEN: 'refused.nameTaken',
  NOT_A_GOVERNMENT: 'refused.notAGovernment',
  STATE_CHANGED: 'refused.stateChanged',
  REQUEST_CONFLICT: 'refused.requestConflict',
  NOT_SCHEDULED: 'refused.notScheduled',
  HOLDS_NATIONAL_ROLES: 'refused.holdsNationalRoles',
  ROLE_NOT_AT_ORGANISATION: 'refused.roleNotThere',
  ALREADY_HELD: 'refused.alreadyHeld',
  OVERLAPS: 'refused.overlaps',
  OWN_ACCOUNT: 'refused.ownAccount',
  ADDRESS_TAKEN: 'refused.addressTaken',
  NOT_INVITED: 'refused.notInvited',
  SUSPENDED: 'refused.suspended',
  NOT_SUSPENDED: 'refused.notSuspended',
  LAST_ADMIN: 'refused.lastAdmin',
  SUBSTITUTE_UNSUITABLE: 'refused.substituteUnsuitable',
};
