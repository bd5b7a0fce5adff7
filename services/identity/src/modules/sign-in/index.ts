export { AUTH_PATH, authOptions, createAuth, type Auth, type AuthDeps } from './auth.ts';
export { authRoutes, ENDPOINTS } from './routes.ts';
export { tidy } from './tidy.ts';
