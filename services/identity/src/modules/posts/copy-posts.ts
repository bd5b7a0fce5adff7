import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import { writeAudit } from '../audit/index.ts';
import { endSessions, isAdmittedAt } from '../sessions/index.ts';

/**
 * Takes over officers' posts as `organisations` tells them; each event replaces all posts of its officer. Posts begin and end by our
 * clock. Whoever is suspended, or has no running or coming post any more (or had none before), loses all sessions.
 */
export async function copyPosts(
  em: EntityManager,
  events: EventOf<'officer.posts-changed'>[],
  now: Date,
): Promise<void> {
  const latest = new Map(events.map(({ payload }) => [payload.officerId, payload]));
  const ids = JSON.stringify([...latest.keys()]);
  // Also those who came to have none by the clock alone: an old session must not come to life again.
  const before = await outsideNow(em, ids, now);
  await em.execute(
    `delete from account_post where account_id in (select jsonb_array_elements_text(?::jsonb))`,
    [ids],
  );
  const posts = [...latest].flatMap(([accountId, { posts: held }]) =>
    held.map(({ role, organisationId, from, until, onBehalfOf, governmentId }) => ({
      account_id: accountId,
      role,
      organisation_id: organisationId,
      valid_from: from,
      valid_until: until,
      on_behalf_of: onBehalfOf,
      government_id: governmentId ?? null,
    })),
  );
  await em.execute(
    `insert into account_post (account_id, role, organisation_id, valid_from, valid_until, on_behalf_of, government_id)
     select account_id, role, organisation_id, valid_from, valid_until, on_behalf_of, government_id
     from jsonb_to_recordset(?::jsonb) as p (account_id text, role text, organisation_id text, valid_from timestamptz,
       valid_until timestamptz, on_behalf_of text, government_id text)`,
    [JSON.stringify(posts)],
  );
  const standings = [...latest].map(([accountId, { isSuspended }]) => ({
    account_id: accountId,
    is_suspended: isSuspended,
  }));
  await em.execute(
    `insert into officer_standing (account_id, is_suspended)
     select account_id, is_suspended from jsonb_to_recordset(?::jsonb) as s (account_id text, is_suspended boolean)
     on conflict (account_id) do update set is_suspended = excluded.is_suspended`,
    [JSON.stringify(standings)],
  );
  for (const accountId of new Set([...before, ...(await outsideNow(em, ids, now))])) {
    if ((await endSessions(em, accountId)) > 0)
      await writeAudit(em, { at: now, action: 'SESSIONS_ENDED_WITH_POSTS', accountId });
  }
}

/** Which of these accounts may not come in now. */
async function outsideNow(em: EntityManager, ids: string, now: Date): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select a.id from account a
     where a.id in (select jsonb_array_elements_text(?::jsonb)) and not ${isAdmittedAt('?')}`,
    [ids, now],
  );
  return rows.map(({ id }) => id);
}
