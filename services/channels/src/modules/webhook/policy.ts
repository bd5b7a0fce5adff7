import { hasRole, isNationalDesk, organisationsOf, type Viewer } from '@lapor/viewer';

/** Whose webhook: an organisation's, or the national one (`null`) of all published reports. */
export interface WebhookSubject {
  organisationId: string | null;
  /** From the government's root to the organisation itself; empty for the national one. */
  path: readonly string[];
}

/** An organisation's key that may write: it manages what was set up for exactly that organisation. */
const organisationsOfKey = (viewer: Viewer): string[] =>
  viewer.apiKey?.scopes.includes('graph:write') && viewer.apiKey.scopes.includes('reports:read')
    ? organisationsOf(viewer, 'LIAISON_OFFICER')
    : [];

/** The national desk manages all webhooks, an agency admin those of the own subtree, a key that may write those of its own organisation. */
export function canManage(viewer: Viewer, { organisationId, path }: WebhookSubject): boolean {
  if (viewer.kind !== 'officer' || viewer.accountId === undefined) return false;
  if (viewer.apiKey) return organisationId !== null && organisationsOfKey(viewer).includes(organisationId);
  if (isNationalDesk(viewer)) return true;
  return organisationId !== null && path.some((id) => hasRole(viewer, 'AGENCY_ADMIN', id));
}

/** Which webhooks a viewer lists; `null`: none, for there is nothing for such a viewer. */
export type Reach = { kind: 'ALL' } | { kind: 'SUBTREES'; roots: string[] } | { kind: 'OWN'; ids: string[] };

export function reachOf(viewer: Viewer): Reach | null {
  if (viewer.kind !== 'officer' || viewer.accountId === undefined) return null;
  if (viewer.apiKey) {
    const ids = organisationsOfKey(viewer);
    return ids.length > 0 ? { kind: 'OWN', ids } : null;
  }
  if (isNationalDesk(viewer)) return { kind: 'ALL' };
  const roots = organisationsOf(viewer, 'AGENCY_ADMIN');
  return roots.length > 0 ? { kind: 'SUBTREES', roots } : null;
}
