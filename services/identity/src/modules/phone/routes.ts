import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Routes } from '../../http/routes.ts';
import { removePhone, sendPhoneCode, verifyPhone } from './phone-number.ts';

export function phoneRoutes(routes: Routes, deps: Deps): void {
  routes.complete(
    { method: 'POST', path: '/phone', body: z.object({ phone: z.string().max(40) }), perMinute: 10 },
    ({ session, body, language }) => sendPhoneCode(deps, session, body.phone, language),
  );
  routes.complete(
    {
      method: 'POST',
      path: '/phone/verify',
      body: z.object({ code: z.string().regex(/^\d{6}$/) }),
      perMinute: 20,
    },
    ({ session, body }) => verifyPhone(deps, session, body.code),
  );
  routes.complete({ method: 'DELETE', path: '/phone', perMinute: 10 }, ({ session }) =>
    removePhone(deps, session),
  );
}
