import type { SessionWay } from '@lapor/web-client';
import type { MessageId } from '../../app/language-provider.tsx';

/** How a session was opened. */
export const wayMessages: Record<SessionWay, MessageId> = {
  PASSWORD: 'account.way.password',
  MAIL_CODE: 'account.way.mailCode',
  PASSKEY: 'account.way.passkey',
  TOTP: 'account.way.secondFactor',
  RECOVERY_CODE: 'account.way.secondFactor',
  INVITATION: 'account.way.invitation',
  AGENCY_SIGN_IN: 'account.way.agency',
};

const isWay = (detail: string | null): detail is SessionWay =>
  detail !== null && Object.hasOwn(wayMessages, detail);

const actions: Partial<Record<string, MessageId>> = {
  ACCOUNT_CREATED: 'account.log.accountCreated',
  SIGNED_IN: 'account.log.signedIn',
  SIGN_IN_FAILED: 'account.log.signInFailed',
  SIGN_IN_REFUSED: 'account.log.signInFailed',
  PASSWORD_SET: 'account.log.passwordSet',
  PASSWORD_CHANGED: 'account.log.passwordChanged',
  PASSWORD_RESET: 'account.log.passwordReset',
  PASSKEY_ADDED: 'account.log.passkeyAdded',
  PASSKEY_RENAMED: 'account.log.passkeyRenamed',
  PASSKEY_REMOVED: 'account.log.passkeyRemoved',
  SESSION_ENDED: 'account.log.sessionEnded',
  OTHER_SESSIONS_ENDED: 'account.log.othersEnded',
  PROFILE_CHANGED: 'account.log.profileChanged',
  PHONE_VERIFIED: 'account.log.phoneVerified',
  PHONE_REMOVED: 'account.log.phoneRemoved',
  DATA_EXPORTED: 'account.log.dataExported',
};

/** Words for an entry of the log: what happened, and how somebody came in. */
export function logMessages(entry: { action: string; detail: string | null }): readonly MessageId[] {
  const what = (Object.hasOwn(actions, entry.action) && actions[entry.action]) || 'account.log.other';
  return isWay(entry.detail) ? [what, wayMessages[entry.detail]] : [what];
}
