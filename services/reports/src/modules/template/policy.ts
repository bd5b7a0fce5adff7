import { hasRole, type PostRole, type Viewer } from '@lapor/viewer';

const READING: readonly PostRole[] = ['AGENCY_ADMIN', 'LIAISON_OFFICER', 'AGENCY_HEAD'];

/** Whether the viewer writes templates of the organisation at the end of a path: its admins and those above, people all of them. */
export const mayManageTemplates = (viewer: Viewer, path: readonly string[]): boolean =>
  !viewer.apiKey && path.some((id) => hasRole(viewer, 'AGENCY_ADMIN', id));

/** Whether the viewer reads what stands ready for the organisation at the end of a path: whoever works there or above. */
export const mayReadTemplates = ({ posts, apiKey }: Viewer, path: readonly string[]): boolean =>
  (!apiKey || apiKey.scopes.includes('reports:read')) &&
  posts.some(({ role, organisationId }) => READING.includes(role) && path.includes(organisationId));

/** Whether the viewer writes templates that stand ready for every agency: people of the national desk; new ones for their own. */
export const mayManageNationalTemplates = (viewer: Viewer, organisationId?: string): boolean =>
  !viewer.apiKey && hasRole(viewer, 'NATIONAL_ADMIN', organisationId);
