import { type PayloadOf, appendEvents } from '@lapor/events';
import type { EntityManager } from '@mikro-orm/postgresql';
import { SUBSCRIBERS } from '../../subscribers.ts';

type ToldPost = PayloadOf<'officer.posts-changed'>['posts'][number];
type Row = Omit<ToldPost, 'from' | 'until'> & { from: Date | string; until: Date | string | null };

/**
 * Tells `identity` of all running and coming posts of an officer, in the running transaction, under the lock of the officer's row.
 * `identity` lets them begin and end by its own clock.
 */
export async function announcePosts(em: EntityManager, officerId: string, at: Date): Promise<void> {
  const [officer] = await em.execute<{ is_suspended: boolean }[]>(
    'select suspended_at is not null as is_suspended from officer where id = ?',
    [officerId],
  );
  const rows = await em.execute<Row[]>(
    `select p.role, p.organisation_id as "organisationId", p.starts_at as "from", p.ends_at as until, p.on_behalf_of as "onBehalfOf",
       o.government_id as "governmentId"
     from post p join organisation o on o.id = p.organisation_id
     where p.officer_id = ? and (p.ends_at is null or p.ends_at > greatest(?::timestamptz, p.starts_at))
     order by p.organisation_id, p.role, p.starts_at, p.id`,
    [officerId, at],
  );
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'officer.posts-changed',
      stream: officerId,
      payload: {
        officerId,
        isSuspended: officer!.is_suspended,
        posts: rows.map(({ from, until, ...post }) => ({
          ...post,
          from: new Date(from).toISOString(),
          until: until === null ? null : new Date(until).toISOString(),
        })),
      },
      occurredAt: at,
    },
  ]);
}
