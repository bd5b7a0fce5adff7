import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  done,
  NOT_FOUND,
  reportId,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { undoingAccount } from './kept-words.ts';
import { notePending } from './note-pending.ts';
import { refusedAs, stateFor } from './state-for.ts';
import type { PendingOperation, PendingState } from './vocabulary.ts';

const schema = z.object({ reportId, requestKey: z.uuid() });

/** Takes back what the viewer sent, before it is made; lets go of what was not made after all. Repeated, it answers alike. */
export async function undoChange(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportId: string; requestKey: string }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const officerId = undoingAccount(viewer);
  if (officerId === null) return NOT_FOUND;
  const { reportId: id, requestKey } = valid.value;
  return deps.database.transaction(async (em) => {
    // Whoever makes it at this moment holds the row: the answer is then that it is too late.
    const [row] = await em.execute<
      { id: string; operation: PendingOperation; state: PendingState; applies_at: string }[]
    >(
      `select id, operation, state, applies_at from pending_change where report_id = ? and officer_id = ? and request_key = ?
       order by state = 'WAITING' desc, sent_at desc limit 1 for update`,
      [id, officerId, requestKey],
    );
    if (!row) return NOT_FOUND;
    if (row.state === 'UNDONE') return done({ reportId: id, requestKey });
    const now = deps.clock.now();
    const isOver = row.state === 'APPLIED' || (row.state === 'WAITING' && new Date(row.applies_at) <= now);
    if (isOver) return refusedAs('TOO_LATE', await stateFor(deps, em, viewer, id));
    await em.execute(
      `update pending_change set state = 'UNDONE', refusal_code = null, ended_at = ?, sealed = null where id = ?`,
      [now.toISOString(), row.id],
    );
    await notePending(deps, em, {
      action: 'CHANGE_UNDONE',
      reportId: id,
      viewer,
      facts: { operation: row.operation },
    });
    return done({ reportId: id, requestKey });
  });
}
