export {
  PUBLIC_VIEWER,
  POST_ROLES,
  hasRole,
  isNationalDesk,
  organisationsOf,
  type Post,
  type PostRole,
  type Viewer,
} from './viewer.ts';
export { createTokens, type Tokens } from './tokens.ts';
