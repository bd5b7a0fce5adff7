import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Routes } from '../../http/routes.ts';
import { changePassword, setPassword } from './change-password.ts';
import { forgotPassword, resetPassword } from './reset-password.ts';

const email = z.email().max(254);
/** Longer ones are refused by the rule; far longer ones are not even looked at. */
const password = z.string().max(1024);

export function passwordRoutes(routes: Routes, deps: Deps): void {
  routes.open(
    { method: 'POST', path: '/password/forgot', body: z.object({ email }), perMinute: 10 },
    ({ body: { email: address }, source, language }) =>
      forgotPassword(deps, { email: address, source, language }),
  );
  routes.open(
    {
      method: 'POST',
      path: '/password/reset',
      body: z.object({ email, code: z.string().regex(/^\d{6}$/), password }),
      perMinute: 10,
    },
    ({ body }) => resetPassword(deps, body),
  );
  routes.signedIn(
    { method: 'POST', path: '/password/set', body: z.object({ password }), perMinute: 10 },
    ({ session, body }) => setPassword(deps, session, body.password),
  );
  routes.signedIn(
    {
      method: 'POST',
      path: '/change-password',
      body: z.object({ currentPassword: password, newPassword: password }),
      perMinute: 10,
    },
    ({ session, body }) => changePassword(deps, session, body),
  );
}
