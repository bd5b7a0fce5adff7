import { hasRole, isNationalDesk, type KeyScope, type Viewer } from '@lapor/viewer';

/** Whose key: an analyst's own, or one of an organisation's system. */
export interface KeySubject {
  /** Account of the analyst, or of the officer who made the organisation's key. */
  accountId: string;
  organisationId: string | null;
}

/** The national desk manages all keys, an agency admin those of the own organisation, an analyst the own ones. A key manages none. */
export function canManageKeysOf(viewer: Viewer, { accountId, organisationId }: KeySubject): boolean {
  if (viewer.apiKey || viewer.accountId === undefined) return false;
  if (isNationalDesk(viewer)) return true;
  return organisationId === null
    ? viewer.accountId === accountId && hasRole(viewer, 'ANALYST')
    : hasRole(viewer, 'AGENCY_ADMIN', organisationId);
}

/** An analyst's key reads as one; an organisation's reads its reports, and may be allowed to answer them. */
export const areScopesFor = (scopes: readonly KeyScope[], organisationId: string | null): boolean =>
  organisationId === null ? scopes.every((scope) => scope === 'graph:read') : scopes.includes('reports:read');
