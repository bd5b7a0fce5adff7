export { createGraphClient, type Application, type GraphClientOptions } from './graph-client.ts';
export { grants } from './grants.ts';
export {
  auth,
  type AuthCode,
  type AuthResult,
  type Session,
  type SignInResult,
  type SignUpInput,
} from './auth.ts';
