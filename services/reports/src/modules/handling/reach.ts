import type { Viewer } from '@lapor/viewer';
import { isDesk, workingPosts, type ChangeScope } from '../report/index.ts';

/**
 * Whether whoever acts for the lead may give the report, or a part in it, to an organisation: the national desk to any, an
 * agency admin within the own subtree, a liaison officer within the subtree of the own unit; a stand-in as the lead.
 */
export function reachesByLead(
  viewer: Viewer,
  { report, acting }: ChangeScope,
  { path }: { path: readonly string[] },
): boolean {
  if (isDesk(viewer)) return true;
  const lead = report.leadOrganisationId ?? null;
  if (acting?.by === 'STAND_IN' && lead !== null && acting.assignment.organisationId === lead)
    return path.includes(lead);
  return workingPosts(viewer).some(
    ({ role, organisationId }) =>
      (role === 'AGENCY_ADMIN' || role === 'LIAISON_OFFICER') &&
      (report.leadPath ?? []).includes(organisationId) &&
      path.includes(organisationId),
  );
}
