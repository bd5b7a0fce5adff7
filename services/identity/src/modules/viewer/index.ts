export {
  authenticate,
  type AuthenticatedViewer,
  type AuthenticateDeps,
  type Credentials,
} from './authenticate.ts';
export { readSignedCookie } from './signed-cookie.ts';
