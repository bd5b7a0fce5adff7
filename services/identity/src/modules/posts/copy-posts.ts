import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';

/** Takes over officers' posts as `organisations` tells them; each event replaces all posts of its officer. */
export async function copyPosts(
  em: EntityManager,
  events: EventOf<'officer.posts-changed'>[],
): Promise<void> {
  const latest = new Map(events.map(({ payload }) => [payload.officerId, payload.posts]));
  const posts = [...latest].flatMap(([accountId, held]) =>
    held.map(({ role, organisationId }) => ({
      account_id: accountId,
      role,
      organisation_id: organisationId,
    })),
  );
  await em.execute(
    `delete from account_post where account_id in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify([...latest.keys()])],
  );
  await em.execute(
    `insert into account_post (account_id, role, organisation_id)
     select account_id, role, organisation_id
     from jsonb_to_recordset(?::jsonb) as p (account_id text, role text, organisation_id text)
     on conflict do nothing`,
    [JSON.stringify(posts)],
  );
}
