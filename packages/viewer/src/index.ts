export {
  PUBLIC_VIEWER,
  POST_ROLES,
  KEY_SCOPES,
  hasRole,
  isNationalDesk,
  organisationsOf,
  type DoorPass,
  type HandOverGrant,
  type KeyScope,
  type Post,
  type PostRole,
  type Viewer,
} from './viewer.ts';
export {
  isOmbudsmanOffice,
  ombudsmanReaches,
  provinceOfOmbudsmanOffice,
  provincesOfOmbudsmanOffice,
} from './ombudsman-offices.ts';
export { createTokens, type Tokens } from './tokens.ts';
export { allowed, denied, type DenialReason, type Verdict } from './verdict.ts';
