import type { EntityManager } from '@mikro-orm/postgresql';

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

/** Everything that is recorded. */
export const AUDIT_ACTIONS = [
  'ACCOUNT_CREATED',
  'OFFICER_REGISTERED',
  'ANALYST_REGISTERED',
  'INVITATION_SENT',
  'INVITATION_ACCEPTED',
  'ACCOUNT_RENEWED',
  'ADDRESS_CHANGE_BEGUN',
  'NAME_CHANGED',
  'PASSWORD_ACCEPTED',
  'SIGNED_IN',
  'SIGN_IN_FAILED',
  'SIGN_IN_REFUSED',
  'SECOND_FACTOR_FAILED',
  'SECOND_FACTOR_BEGUN',
  'SECOND_FACTOR_ENROLLED',
  'SECOND_FACTOR_REMOVED',
  'BACKUP_CODES_RENEWED',
  'PASSKEY_ADDED',
  'PASSKEY_RENAMED',
  'PASSKEY_REMOVED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET',
  'PASSWORD_SET',
  'SESSION_ENDED',
  'OTHER_SESSIONS_ENDED',
  'SESSIONS_ENDED_WITH_POSTS',
  'ACTING_POST_CHOSEN',
  'API_KEY_CREATED',
  'API_KEY_REVOKED',
  'SIGN_IN_PROVIDER_SAVED',
  'SIGN_IN_PROVIDER_REMOVED',
  'PROFILE_CHANGED',
  'PHONE_VERIFIED',
  'PHONE_REMOVED',
  'DATA_EXPORTED',
  'ACCOUNT_DELETED',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Writes an entry in the running transaction. A failure is the caller's failure: what cannot be recorded does not happen. */
export async function writeAudit(em: EntityManager, entry: AuditEntry): Promise<void> {
  await em.execute(
    'insert into audit_entry (at, action, account_id, actor_id, detail) values (?, ?, ?, ?, ?)',
    [entry.at, entry.action, entry.accountId, entry.actorId ?? null, entry.detail ?? null],
  );
}
