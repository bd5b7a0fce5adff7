import { hasRole, isNationalDesk, type Viewer } from '@lapor/viewer';

/** The national desk manages everybody's keys, an analyst the own ones. */
export const canManageKeysOf = (viewer: Viewer, accountId: string): boolean =>
  isNationalDesk(viewer) || (viewer.accountId === accountId && hasRole(viewer, 'ANALYST'));
