export { createGraphClient, type Application, type GraphClientOptions } from './graph-client.ts';
export { preparePartingMutation } from './parting-mutation.ts';
export { grants } from './grants.ts';
export { auth, type Session, type SessionPost, type SignInResult, type SignUpInput } from './auth.ts';
export type { AuthCode } from './auth-codes.ts';
export type { Answer, AuthResult } from './auth-request.ts';
export { acceptInvitation, openInvitation, type Invitation } from './auth-invitation.ts';
export {
  beginTotp,
  confirmTotp,
  removeTotp,
  renewRecoveryCodes,
  secondFactorState,
  type Passkey,
  type SecondFactorState,
} from './auth-second-factor.ts';
export { addPasskey, hasPasskeys, removePasskey, renamePasskey, signInWithPasskey } from './auth-passkey.ts';
export {
  chooseActingPost,
  endOtherSessions,
  endSession,
  listSessions,
  type OpenSession,
  type SessionWay,
} from './auth-sessions.ts';
export { changePassword, setPassword } from './auth-password.ts';
export {
  createApiKey,
  listApiKeys,
  revokeApiKey,
  type ApiKey,
  type KeyScope,
  type NewApiKey,
} from './auth-keys.ts';
export {
  offers,
  profile,
  removePhone,
  saveProfile,
  sendPhoneCode,
  verifyPhone,
  type Offers,
  type Profile,
} from './auth-profile.ts';
export { accountData, deleteAccount, sendDeletionCode } from './auth-account.ts';
export {
  agencySignInOf,
  agencySignInPath,
  removeSignInProvider,
  saveSignInProvider,
  signInProvider,
  type AgencySignIn,
  type SignInProvider,
} from './auth-agency.ts';
export { accountAudit, type AuditEntry } from './auth-audit.ts';
export { askChannels, queryOf, type ChannelsAnswer, type ChannelsFailure } from './channels-request.ts';
