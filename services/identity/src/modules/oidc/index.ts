export { agencySignInRoutes } from './routes.ts';
export { createRelyingClient, type RelyingClient } from './relying-client.ts';
export type { AgencySignInDeps } from './agency-sign-in.ts';
