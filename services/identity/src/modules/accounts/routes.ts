import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { ok } from '../../http/answer.ts';
import type { Routes } from '../../http/routes.ts';
import { offersPasskeys } from '../passkeys/index.ts';
import { deleteAccount, sendDeletionCode } from './delete-account.ts';
import { exportData } from './export-data.ts';
import { readProfile, saveProfile } from './profile.ts';

const change = z.object({
  // A name is optional: empty takes it away.
  name: z.string().trim().max(200).optional(),
  language: z.enum(['id', 'en']).optional(),
});

export function accountRoutes(routes: Routes, deps: Deps): void {
  routes.open({ method: 'GET', path: '/offers' }, async () =>
    ok({ phone: deps.phoneMessenger !== undefined, passkey: offersPasskeys(deps.publicUrl) }),
  );
  routes.complete({ method: 'GET', path: '/profile', perMinute: 60 }, async ({ session }) =>
    ok(await readProfile(deps, session.accountId)),
  );
  routes.complete({ method: 'PUT', path: '/profile', body: change, perMinute: 30 }, ({ session, body }) =>
    saveProfile(deps, session, body),
  );
  routes.complete({ method: 'GET', path: '/account/data', perMinute: 5 }, async ({ session }) =>
    ok(await exportData(deps, session.accountId)),
  );
  routes.complete({ method: 'POST', path: '/account/delete-code', perMinute: 5 }, ({ session, language }) =>
    sendDeletionCode(deps, session, language),
  );
  routes.complete(
    {
      method: 'POST',
      path: '/account/delete',
      body: z.object({ code: z.string().regex(/^\d{6}$/) }),
      perMinute: 10,
    },
    ({ session, body, language }) => deleteAccount(deps, session, body.code, language),
  );
}
