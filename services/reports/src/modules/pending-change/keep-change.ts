import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  done,
  invalid,
  rehearse,
  reportId,
  validate,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { byPosts, sealWords, undoingAccount } from './kept-words.ts';
import { notePending } from './note-pending.ts';
import { refusedAs, stateFor } from './state-for.ts';
import { MOST_UNDO_SECONDS, type PendingOperation, type PendingState } from './vocabulary.ts';

/** What every change that can be taken back is told. */
export interface UndoableInput {
  reportId: string;
  requestKey?: string | null;
  undoSeconds?: number | null;
}

/** A change of a report, as the use cases make it. */
export type MakeChange<Input> = (
  deps: ReportsDependencies,
  input: Input,
  viewer: Viewer,
) => Promise<Result<{ reportId: string }>>;

/** The change was made, or it is until `appliesAt`. */
export type Sent = { reportId: string } | { requestKey: string; appliesAt: Date };

const undoSeconds = z.int().min(0).max(MOST_UNDO_SECONDS).nullish();
const schema = z.object({
  reportId,
  // Without a key nobody could say what is to be taken back.
  requestKey: z.preprocess(
    (value) => value ?? '',
    z
      .string()
      .refine((value) => value !== '', {
        params: { code: 'REQUIRED' },
        message: 'Needed, to take it back by.',
        abort: true,
      })
      .pipe(z.uuid()),
  ),
  undoSeconds,
});

/** Makes a change; with `undoSeconds` it is checked as if it were made now, kept, and made at its time by a job. */
export async function sendChange<Input extends UndoableInput>(
  deps: ReportsDependencies,
  viewer: Viewer,
  change: { operation: PendingOperation; input: Input; make: MakeChange<Input> },
): Promise<Result<Sent>> {
  const { input, make, operation } = change;
  const asked = validate(z.object({ undoSeconds }), input);
  if (!asked.ok) return asked;
  if (!asked.value.undoSeconds) return make(deps, input, viewer);
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const officerId = undoingAccount(viewer);
  if (officerId === null)
    return invalid({
      path: 'input.undoSeconds',
      code: 'NOT_AVAILABLE',
      message: 'Only an officer who is signed in can take something back.',
    });
  const { posts } = viewer;
  const sentAt = deps.clock.now();
  const row = {
    id: deps.newId(),
    officerId,
    operation,
    reportId: valid.value.reportId,
    requestKey: valid.value.requestKey,
    appliesAt: new Date(sentAt.getTime() + asked.value.undoSeconds * 1_000),
  };
  return deps.database.transaction(async (em): Promise<Result<Sent>> => {
    // Held until the end, also after what is rehearsed was taken back: of two at once the second sees what the first has kept.
    await em.execute('select 1 from report where id = ? for update', [row.reportId]);
    const earlier = await findSent(deps, em, viewer, row);
    if (earlier) return earlier;
    const foreseen = await rehearse(deps, em, (within) => make(within, input, byPosts(officerId, posts)));
    if (!foreseen.ok) return foreseen;
    const { undoSeconds: _, ...rest } = input;
    const [kept] = await em.execute<unknown[]>(
      `insert into pending_change (id, report_id, officer_id, operation, request_key, sealed, sent_at, applies_at, state)
       values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') on conflict do nothing returning id`,
      [
        row.id,
        row.reportId,
        officerId,
        operation,
        row.requestKey,
        sealWords(deps, row.id, { input: { ...rest }, posts }),
        sentAt.toISOString(),
        row.appliesAt.toISOString(),
      ],
    );
    if (!kept)
      // Another one of this officer is waiting: one at a time.
      return refusedAs('CHANGE_PENDING', await stateFor(deps, em, viewer, row.reportId));
    await notePending(deps, em, {
      action: 'CHANGE_SENT',
      reportId: row.reportId,
      viewer,
      facts: { operation },
    });
    return done({ requestKey: row.requestKey, appliesAt: row.appliesAt });
  });
}

/** What a request with this key is answered, when it was sent before; it changes nothing again. */
async function findSent(
  deps: ReportsDependencies,
  em: EntityManager,
  viewer: Viewer,
  sent: { reportId: string; officerId: string; operation: PendingOperation; requestKey: string },
): Promise<Result<Sent> | null> {
  const [row] = await em.execute<{ state: PendingState; applies_at: string }[]>(
    'select state, applies_at from pending_change where report_id = ? and officer_id = ? and operation = ? and request_key = ?',
    [sent.reportId, sent.officerId, sent.operation, sent.requestKey],
  );
  if (!row) return null;
  switch (row.state) {
    case 'APPLIED':
      return done({ reportId: sent.reportId });
    case 'UNDONE':
      return refusedAs('UNDONE', await stateFor(deps, em, viewer, sent.reportId));
    default:
      return done({ requestKey: sent.requestKey, appliesAt: new Date(row.applies_at) });
  }
}
