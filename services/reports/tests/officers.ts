import type { PayloadOf } from '@lapor/events';
import type { Viewer } from '@lapor/viewer';
import type { Harness } from './harness.ts';

type Told = PayloadOf<'officer.posts-changed'>;

let eventId = 50_000;

/** Tells of officers' posts, as the outbox of `organisations` would; in force unless said otherwise. */
export async function tellOfficers(
  harness: Harness,
  officers: readonly Viewer[],
  change: { isSuspended?: boolean; from?: string; until?: string | null } = {},
): Promise<void> {
  const { failed } = await harness.service.receiveEvents(
    'organisations',
    officers.map(({ accountId, posts }) => ({
      id: ++eventId,
      stream: accountId!,
      type: 'officer.posts-changed',
      occurredAt: harness.clock.now().toISOString(),
      payload: {
        officerId: accountId!,
        isSuspended: change.isSuspended ?? false,
        posts: posts.map((post) => ({
          ...post,
          from: change.from ?? '2026-01-01T00:00:00.000Z',
          until: change.until ?? null,
          onBehalfOf: null,
        })),
      } satisfies Told,
    })),
  );
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}
