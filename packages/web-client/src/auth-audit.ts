import { ask } from './auth-request.ts';

export interface AuditEntry {
  id: number;
  /** ISO 8601. */
  at: string;
  action: string;
  /** Whose account it is about; null where naming it would tell an address that somebody typed. */
  accountId: string | null;
  /** Who did it, when that is somebody else. */
  actorId: string | null;
  /** A code or an id. */
  detail: string | null;
}

/** Entries of the own account, for the national desk of all; newest first. `next` is `before` of the following page. */
export const accountAudit = (
  filter: { before?: number; action?: string; accountId?: string; limit?: number } = {},
) => {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  return ask<{ entries: readonly AuditEntry[]; next: number | null }>(
    'GET',
    `/audit${query ? `?${query}` : ''}`,
  );
};
