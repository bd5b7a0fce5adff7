import { z } from 'zod';
import { systemClock } from '@lapor/clock';
import { POST_ROLES } from '@lapor/viewer';
import type { Deps } from '../../deps.ts';
import { notFound, ok } from '../../http/answer.ts';
import type { Routes } from '../../http/routes.ts';
import { writeAudit } from '../audit/index.ts';
import { endSessions, rotateSession } from './change-session.ts';
import { listSessions } from './list-sessions.ts';

const choice = z.union([
  z.object({ all: z.literal(true) }),
  z.object({ role: z.enum(POST_ROLES), organisationId: z.string().min(1).max(100) }),
]);

/** The own sessions: which there are, their end, and the post that this one acts in. */
export function sessionRoutes(routes: Routes, deps: Deps): void {
  const { database, clock } = deps;

  routes.open({ method: 'GET', path: '/get-session' }, async ({ session }) =>
    ok(
      session && {
        session: { id: session.sessionId, openedAt: session.openedAt, expiresAt: session.expiresAt },
        user: {
          id: session.accountId,
          email: session.email,
          name: session.name,
          kind: session.kind,
          twoFactorEnabled: session.isEnrolled,
        },
        mustEnrol: session.kind !== 'citizen' && !session.isEnrolled && !session.usedSecondFactor,
        actingPost: session.actingPost,
        posts: session.posts,
      },
    ),
  );

  routes.signedIn({ method: 'GET', path: '/sessions', perMinute: 60 }, async ({ session }) => {
    const sessions = await listSessions(database, session.accountId, systemClock.now());
    return ok({ sessions: sessions.map((one) => ({ ...one, isCurrent: one.id === session.sessionId })) });
  });

  routes.signedIn(
    { method: 'DELETE', path: '/sessions/:id', body: z.object({ id: z.string().max(100) }), perMinute: 60 },
    async ({ session, body: { id } }) => {
      const { accountId, sessionId } = session;
      const ended = await database.transaction(async (em) => {
        const rows = await em.execute<unknown[]>(
          'delete from session where id = ? and "userId" = ? returning id',
          [id, accountId],
        );
        if (rows.length === 0) return false;
        await writeAudit(em, { at: clock.now(), action: 'SESSION_ENDED', accountId, detail: id });
        return true;
      });
      if (!ended) return notFound();
      return { status: 204, ...(id === sessionId ? { session: 'ended' } : {}) };
    },
  );

  routes.signedIn({ method: 'DELETE', path: '/sessions', perMinute: 20 }, async ({ session }) => {
    const { accountId, sessionId } = session;
    await database.transaction(async (em) => {
      const count = await endSessions(em, accountId, sessionId);
      const detail = String(count);
      await writeAudit(em, { at: clock.now(), action: 'OTHER_SESSIONS_ENDED', accountId, detail });
    });
    return { status: 204 };
  });

  routes.complete(
    { method: 'POST', path: '/acting-post', body: choice, perMinute: 60 },
    async ({ session, body }) => {
      const { accountId, sessionId } = session;
      const post =
        'all' in body
          ? null
          : session.posts.find(
              ({ role, organisationId }) => role === body.role && organisationId === body.organisationId,
            );
      if (session.kind === 'citizen' || post === undefined) return notFound();
      const rotated = await database.transaction(async (em) => {
        const detail = post ? `${post.role} ${post.organisationId}` : 'ALL';
        await writeAudit(em, { at: clock.now(), action: 'ACTING_POST_CHOSEN', accountId, detail });
        return rotateSession(em, sessionId, { actingPost: post });
      });
      return ok({ actingPost: post }, { session: rotated });
    },
  );
}
