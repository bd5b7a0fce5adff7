export {
  authenticate,
  isComplete,
  sessionOf,
  viewerOf,
  type AuthenticatedViewer,
  type AuthenticateDeps,
  type Credentials,
} from './authenticate.ts';
