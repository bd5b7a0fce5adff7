import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { ok } from '../../http/answer.ts';
import type { Routes } from '../../http/routes.ts';
import { beginTotp, removeTotp, renewBackupCodes } from './authenticator-app.ts';
import { secondFactorState } from './state.ts';

const confirmed = z.object({ password: z.string().max(1024) });

export function secondFactorRoutes(routes: Routes, deps: Deps): void {
  routes.signedIn({ method: 'GET', path: '/second-factor', perMinute: 60 }, async ({ session }) =>
    ok(await secondFactorState(deps, session.accountId)),
  );
  routes.signedIn(
    { method: 'POST', path: '/two-factor/enable', body: confirmed, perMinute: 20 },
    ({ session, body }) => beginTotp(deps, session, body.password),
  );
  routes.complete(
    { method: 'POST', path: '/two-factor/generate-backup-codes', body: confirmed, perMinute: 20 },
    ({ session, body }) => renewBackupCodes(deps, session, body.password),
  );
  routes.complete(
    { method: 'DELETE', path: '/second-factor/totp', body: confirmed, perMinute: 20 },
    ({ session, body }) => removeTotp(deps, session, body.password),
  );
}
