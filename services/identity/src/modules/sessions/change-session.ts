import type { EntityManager } from '@mikro-orm/postgresql';
import type { Post } from '@lapor/viewer';
import { newToken, type OpenedSession } from './open-session.ts';

/** What changes with the rights of a session. */
export interface SessionChange {
  secondFactor?: true;
  /** `null`: all posts. */
  actingPost?: Post | null;
}

/**
 * Gives a session a new secret because its rights change: whoever had the old one has nothing now. It ends when it would have ended.
 * @throws when the session is gone.
 */
export async function rotateSession(
  em: EntityManager,
  sessionId: string,
  change: SessionChange = {},
): Promise<OpenedSession> {
  const token = newToken();
  const { secondFactor = false, actingPost } = change;
  const [row] = await em.execute<{ expiresAt: string | Date }[]>(
    `update session set token = ?, "secondFactor" = "secondFactor" or ?,
       "actingRole" = case when ? then ? else "actingRole" end,
       "actingOrganisationId" = case when ? then ? else "actingOrganisationId" end
     where id = ? returning "expiresAt"`,
    [
      token,
      secondFactor,
      actingPost !== undefined,
      actingPost?.role ?? null,
      actingPost !== undefined,
      actingPost?.organisationId ?? null,
      sessionId,
    ],
  );
  if (!row) throw new Error('The session is gone');
  return { token, expiresAt: new Date(row.expiresAt) };
}

/** Ends sessions of an account, all or all but one, and sign-ins that wait for their second step; returns how many sessions. */
export async function endSessions(em: EntityManager, accountId: string, exceptId?: string): Promise<number> {
  await em.execute('delete from verification where value = ?', [accountId]);
  const ended = await em.execute<unknown[]>(
    `delete from session where "userId" = ? and id is distinct from ? returning id`,
    [accountId, exceptId ?? null],
  );
  return ended.length;
}
