import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';

/** Takes over what `organisations` tells of officers' posts; the newest of a stream comes last. */
export async function copyOfficers(
  em: EntityManager,
  events: readonly EventOf<'officer.posts-changed'>[],
): Promise<void> {
  const newest = new Map(
    events.map(({ payload: { officerId, isSuspended, posts } }) => [
      officerId,
      {
        id: officerId,
        is_suspended: isSuspended,
        posts: posts.map(({ role, organisationId, from, until }) => ({ role, organisationId, from, until })),
      },
    ]),
  );
  await em.execute(
    `insert into officer (id, is_suspended, posts)
     select id, is_suspended, posts from jsonb_to_recordset(?::jsonb) as o (id text, is_suspended boolean, posts jsonb)
     on conflict (id) do update set is_suspended = excluded.is_suspended, posts = excluded.posts`,
    [JSON.stringify([...newest.values()])],
  );
}
