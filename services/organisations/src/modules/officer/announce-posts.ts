import { appendEvents } from '@lapor/events';
import type { EntityManager } from '@mikro-orm/postgresql';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { PostEntity } from './entity.ts';

/** Tells `identity` of all posts an officer now holds, in the running transaction, under the lock of the officer's row. */
export async function announcePosts(em: EntityManager, officerId: string, at: Date): Promise<void> {
  const posts = await em.find(
    PostEntity,
    { officerId, endsAt: null },
    { orderBy: { organisationId: 'asc', role: 'asc' }, refresh: true },
  );
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'officer.posts-changed',
      stream: officerId,
      payload: { officerId, posts: posts.map(({ role, organisationId }) => ({ role, organisationId })) },
      occurredAt: at,
    },
  ]);
}
