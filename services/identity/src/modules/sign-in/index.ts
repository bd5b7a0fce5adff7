export { authOptions, createAuth, type Auth, type AuthDeps } from './auth.ts';
export { signInRoutes } from './routes.ts';
export { beginSecondStep } from './second-step.ts';
export { tidy } from './tidy.ts';
