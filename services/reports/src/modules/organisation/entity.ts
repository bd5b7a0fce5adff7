/** An organisation as this service knows it from events. */
export interface OrganisationCopy {
  id: string;
  name: string;
  acronym: string | null;
  status: 'ACTIVE' | 'FORMER';
  parentId: string | null;
  governmentId: string;
  /** From the government's root to the organisation itself. */
  path: string[];
  timeZone: string;
  /** Whether somebody with an active account can answer for it. */
  isStaffed: boolean;
  /** Whether what is filed on its own page waits at its desk. */
  hasDirectVerification: boolean;
  /** Who took its tasks over when it ceased to be. */
  successorIds: string[];
}
