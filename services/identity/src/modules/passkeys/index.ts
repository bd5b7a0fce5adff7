export { passkeyRoutes } from './routes.ts';
export { offersPasskeys } from './relying-party.ts';
