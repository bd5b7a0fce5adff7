export { startIdentity, type AnalystKeyInput, type Identity, type IdentityConfig } from './service.ts';
export type { CurrentCode, AccountInput } from './modules/accounts/index.ts';
export type { CreateApiKeyInput, CreateApiKeyResult, RevokeApiKeyResult } from './modules/api-keys/index.ts';
export type { OfficerContact, OfficerDirectory } from './modules/invitations/index.ts';
export type { AccountMessage, AccountTemplate, Mailer } from './modules/mailer/index.ts';
export type { PhoneCode, PhoneMessenger } from './modules/phone/index.ts';
export type { AuthenticatedViewer, Credentials } from './modules/viewer/index.ts';
