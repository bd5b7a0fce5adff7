import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { fault, ok } from '../../http/answer.ts';
import type { Routes } from '../../http/routes.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { findInvitation } from './find-invitation.ts';

const token = z.string().min(1).max(200);

export function invitationRoutes(routes: Routes, deps: Deps): void {
  routes.open(
    { method: 'POST', path: '/invitations/open', body: z.object({ token }), perMinute: 30 },
    async ({ body }) => {
      const invitation = await findInvitation(deps, body.token);
      if (!invitation) return fault(404, 'INVITATION_INVALID', 'This invitation is not valid any more');
      const { name, email, expiresAt, posts } = invitation;
      return ok({ name, email, expiresAt, posts });
    },
  );
  routes.open(
    {
      method: 'POST',
      path: '/invitations/accept',
      body: z.object({ token, password: z.string().max(1024) }),
      perMinute: 20,
    },
    ({ body, userAgent }) => acceptInvitation(deps, { ...body, userAgent }),
  );
}
