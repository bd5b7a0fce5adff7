import type { AuditEntry, SessionWay } from '@lapor/web-client';
import type { StaffMessageId, Text } from '../../language/use-text.ts';

const known: Record<string, StaffMessageId> = {
  ACCOUNT_CREATED: 'account.log.created',
  OFFICER_REGISTERED: 'account.log.created',
  ANALYST_REGISTERED: 'account.log.created',
  INVITATION_SENT: 'account.log.invitationSent',
  INVITATION_ACCEPTED: 'account.log.invitationAccepted',
  ACCOUNT_RENEWED: 'account.log.renewed',
  ADDRESS_CHANGE_BEGUN: 'account.log.addressChange',
  NAME_CHANGED: 'account.log.nameChanged',
  PASSWORD_ACCEPTED: 'account.log.passwordAccepted',
  SIGNED_IN: 'account.log.signedIn',
  SIGN_IN_FAILED: 'account.log.signInFailed',
  SIGN_IN_REFUSED: 'account.log.signInRefused',
  SECOND_FACTOR_FAILED: 'account.log.factorFailed',
  SECOND_FACTOR_BEGUN: 'account.log.factorBegun',
  SECOND_FACTOR_ENROLLED: 'account.log.factorEnrolled',
  SECOND_FACTOR_REMOVED: 'account.log.factorRemoved',
  BACKUP_CODES_RENEWED: 'account.log.codesRenewed',
  PASSKEY_ADDED: 'account.log.passkeyAdded',
  PASSKEY_RENAMED: 'account.log.passkeyRenamed',
  PASSKEY_REMOVED: 'account.log.passkeyRemoved',
  PASSWORD_CHANGED: 'account.log.passwordChanged',
  PASSWORD_RESET: 'account.log.passwordReset',
  PASSWORD_SET: 'account.log.passwordSet',
  SESSION_ENDED: 'account.log.sessionEnded',
  OTHER_SESSIONS_ENDED: 'account.log.othersEnded',
  SESSIONS_ENDED_WITH_POSTS: 'account.log.endedWithPosts',
  ACTING_POST_CHOSEN: 'account.log.actingChosen',
  API_KEY_CREATED: 'account.log.keyCreated',
  API_KEY_REVOKED: 'account.log.keyRevoked',
  SIGN_IN_PROVIDER_SAVED: 'account.log.providerSaved',
  SIGN_IN_PROVIDER_REMOVED: 'account.log.providerRemoved',
  PROFILE_CHANGED: 'account.log.profileChanged',
  PHONE_VERIFIED: 'account.log.phoneVerified',
  PHONE_REMOVED: 'account.log.phoneRemoved',
  DATA_EXPORTED: 'account.log.dataExported',
};

const ways: Record<SessionWay, StaffMessageId> = {
  PASSWORD: 'account.way.PASSWORD',
  MAIL_CODE: 'account.way.MAIL_CODE',
  TOTP: 'account.way.TOTP',
  RECOVERY_CODE: 'account.way.RECOVERY_CODE',
  PASSKEY: 'account.way.PASSKEY',
  INVITATION: 'account.way.INVITATION',
  AGENCY_SIGN_IN: 'account.way.AGENCY_SIGN_IN',
};

/** Words for a way to sign in; undefined for what is none. */
const wayOf = (detail: string | null): StaffMessageId | undefined =>
  detail !== null && Object.hasOwn(ways, detail) ? ways[detail as SessionWay] : undefined;

/** What happened, in words; an action that is newer than this page keeps its code, so that nothing is hidden. */
export function logText(
  t: Text<StaffMessageId>,
  { action, detail }: Pick<AuditEntry, 'action' | 'detail'>,
): string {
  const way = wayOf(detail);
  if (action === 'SIGNED_IN' && way) return t('account.log.signedInBy', { way: t(way) });
  const id = Object.hasOwn(known, action) ? known[action] : undefined;
  return id ? t(id) : t('account.log.other', { action });
}
