import type { Pool } from 'pg';

/** What is kept for the record. Ids and codes only: no address, name, source or device. */
export interface AuditEntry {
  at: Date;
  action: AuditAction;
  /** Whose account it is about; `null` where telling would name an address somebody typed. */
  accountId: string | null;
  /** Who did it, when that is somebody else. */
  actorId?: string | undefined;
  /** A code or an id, for example the way of signing in or a key's id. */
  detail?: string | undefined;
}

export type AuditAction =
  | 'ACCOUNT_CREATED'
  | 'OFFICER_REGISTERED'
  | 'ANALYST_REGISTERED'
  | 'PASSWORD_ACCEPTED'
  | 'SIGNED_IN'
  | 'SIGN_IN_FAILED'
  | 'SECOND_FACTOR_FAILED'
  | 'SECOND_FACTOR_BEGUN'
  | 'BACKUP_CODES_RENEWED'
  | 'PASSWORD_CHANGED'
  | 'API_KEY_CREATED'
  | 'API_KEY_REVOKED';

/** Writes an entry. A failure is the caller's failure: what cannot be recorded does not happen. */
export async function writeAudit(connection: Pick<Pool, 'query'>, entry: AuditEntry): Promise<void> {
  await connection.query({
    name: 'audit-write',
    text: 'insert into audit_entry (at, action, account_id, actor_id, detail) values ($1, $2, $3, $4, $5)',
    values: [entry.at, entry.action, entry.accountId, entry.actorId ?? null, entry.detail ?? null],
  });
}
