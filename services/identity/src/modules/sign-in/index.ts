export { authOptions, createAuth, type Auth, type AuthDeps } from './auth.ts';
export { authRoutes } from './routes.ts';
export { tidy } from './tidy.ts';
