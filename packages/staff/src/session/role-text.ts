import type { StaffMessageId, Text } from '../language/use-text.ts';

const roles = new Set([
  'NATIONAL_ADMIN',
  'AGENCY_ADMIN',
  'AGENCY_HEAD',
  'LIAISON_OFFICER',
  'FIELD_OFFICER',
  'OMBUDSMAN',
  'KSP_MONITOR',
  'ANALYST',
]);

/** Name of a role as the session or an invitation gives it; one that is newer than this page keeps its code. */
export const roleText = (t: Text<StaffMessageId>, role: string): string =>
  roles.has(role) ? t(`role.${role}` as StaffMessageId) : role;
