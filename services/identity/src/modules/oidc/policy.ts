import { hasRole, isNationalDesk, type Viewer } from '@lapor/viewer';

/** An organisation's own sign-in is set up by its agency admin or the national desk; never with a key. */
export const canManageProvider = (viewer: Viewer, organisationId: string): boolean =>
  !viewer.apiKey && (isNationalDesk(viewer) || hasRole(viewer, 'AGENCY_ADMIN', organisationId));
