import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { textArray } from '../organisation/index.ts';
import { done, NOT_FOUND, validate, type ReportsDependencies, type Result } from '../report/index.ts';

const schema = z.object({ noteIds: z.array(z.uuid()).min(1).max(100) });

/** Notes that the officer has seen; others' mentions and unknown notes are passed over. */
export async function markMentionsRead(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ unreadCount: number }>> {
  const officerId = mentionedAs(viewer);
  if (officerId === null) return NOT_FOUND;
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const unread = await deps.database.transaction(async (em) => {
    await em.execute(
      'update mention set read_at = ? where officer_id = ? and note_id = any(?::uuid[]) and read_at is null',
      [deps.clock.now().toISOString(), officerId, textArray(valid.value.noteIds)],
    );
    const [row] = await em.execute<{ count: number }[]>(
      'select count(*)::int as count from (select 1 from mention where officer_id = ? and read_at is null limit 100) m',
      [officerId],
    );
    return row!.count;
  });
  return done({ unreadCount: unread });
}

/** The account under which somebody is mentioned: an officer's own, never a key's. */
export const mentionedAs = (viewer: Viewer): string | null =>
  viewer.kind === 'officer' && !viewer.apiKey && viewer.posts.length > 0 ? (viewer.accountId ?? null) : null;
