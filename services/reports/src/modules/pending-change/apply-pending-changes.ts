import type { EntityManager } from '@mikro-orm/postgresql';
import { keepUnsent } from '../draft/index.ts';
import { findOfficers } from '../officer/index.ts';
import { failureCode, NOT_FOUND, within, type ReportsDependencies, type Result } from '../report/index.ts';
import type { MakeChange } from './keep-change.ts';
import { byPosts, openWords, type KeptWords } from './kept-words.ts';
import { notePending } from './note-pending.ts';
import type { PendingOperation } from './vocabulary.ts';

/** How each kept change is made. */
export type UndoableChanges = Readonly<Record<PendingOperation, MakeChange<never>>>;

interface DueRow {
  id: string;
  report_id: string;
  officer_id: string;
  operation: PendingOperation;
  sealed: Buffer;
  sent_at: string;
  attempts: number;
}

const MOST_ATTEMPTS = 5;
const BATCH = 50;

/**
 * Makes the changes whose time to be taken back is over, in their order, each once and never earlier: the change and what is told of it
 * are one transaction. Returns how many were looked at. Safe to share between replicas.
 */
export async function applyPendingChanges(
  deps: ReportsDependencies,
  changes: UndoableChanges,
): Promise<number> {
  for (let count = 0; count < BATCH; count++) if (!(await applyNext(deps, changes))) return count;
  return BATCH;
}

async function applyNext(deps: ReportsDependencies, changes: UndoableChanges): Promise<boolean> {
  let claimed: DueRow | undefined;
  try {
    const made = await deps.database.transaction(async (em) => {
      const now = deps.clock.now();
      [claimed] = await em.execute<DueRow[]>(
        // One that another process is making, or that is tried again, holds up the later ones of its report, and nothing else.
        `select id, report_id, officer_id, operation, sealed, sent_at, attempts from pending_change due
         where state = 'WAITING' and applies_at <= ?::timestamptz
           and not exists (
             select 1 from pending_change earlier
             where earlier.report_id = due.report_id and earlier.state = 'WAITING'
               and (earlier.sent_at, earlier.id) < (due.sent_at, due.id)
               and (earlier.applies_at <= due.applies_at or earlier.attempts > 0)
           )
         order by applies_at, sent_at, id limit 1 for update skip locked`,
        [now.toISOString()],
      );
      if (!claimed) return null;
      const words = openWords(deps, claimed.id, claimed.sealed);
      const part = within(deps, em);
      const result = await make(part.deps, em, claimed, words, changes, now);
      if (result.ok)
        await em.execute(
          `update pending_change set state = 'APPLIED', ended_at = ?, sealed = null where id = ?`,
          [now.toISOString(), claimed.id],
        );
      else await refuse(deps, em, claimed, words, failureCode(result.failure));
      return part;
    });
    await made?.committed();
    return made !== null;
  } catch (error) {
    if (!claimed) throw error;
    deps.logger.error(
      { err: error, operation: claimed.operation },
      'A kept change failed; it is tried again',
    );
    await tryLater(deps, claimed);
    return true;
  }
}

/** By the posts that the officer holds at this moment, of those in which it was sent. */
async function make(
  deps: ReportsDependencies,
  em: EntityManager,
  { officer_id: id, operation }: DueRow,
  { input, posts }: KeptWords,
  changes: UndoableChanges,
  now: Date,
): Promise<Result<{ reportId: string }>> {
  const held = (await findOfficers(em, [id], now)).get(id)?.posts ?? [];
  const still = held.filter(({ role, organisationId }) =>
    posts.some((post) => post.role === role && post.organisationId === organisationId),
  );
  return still.length === 0 ? NOT_FOUND : changes[operation](deps, input as never, byPosts(id, still));
}

/**
 * It is not made any more, and nothing that was written is lost: an answer is the officer's draft again. The caller holds the row; the draft
 * comes first, because it asks for the report, and whoever sends something holds that and looks at the row.
 */
async function refuse(
  deps: ReportsDependencies,
  em: EntityManager,
  { id, report_id, officer_id, operation, sent_at }: DueRow,
  words: KeptWords | null,
  code: string,
): Promise<void> {
  if (operation === 'ANSWER' && words)
    await keepUnsent(em, {
      reportId: report_id,
      officerId: officer_id,
      answer: words.input,
      sentAt: sent_at,
    });
  await em.execute(
    `update pending_change set state = 'REFUSED', refusal_code = ?, ended_at = ? where id = ? and state = 'WAITING'`,
    [code, deps.clock.now().toISOString(), id],
  );
  await notePending(deps, em, {
    action: 'CHANGE_NOT_MADE',
    reportId: report_id,
    viewer: byPosts(officer_id, words?.posts ?? []),
    facts: { operation, code },
    bySystem: true,
  });
}

/** Later and later, and in the end not any more: one that cannot be made must not hold up the others. */
async function tryLater(deps: ReportsDependencies, row: DueRow): Promise<void> {
  await deps.database.transaction(async (em) => {
    // Another replica may have made it meanwhile, or its officer taken it back.
    const [waiting] = await em.execute<unknown[]>(
      `select 1 from pending_change where id = ? and state = 'WAITING' for update`,
      [row.id],
    );
    if (!waiting) return;
    const attempts = row.attempts + 1;
    if (attempts >= MOST_ATTEMPTS) return refuse(deps, em, row, wordsOrNone(deps, row), 'FAILED');
    const at = new Date(deps.clock.now().getTime() + 2 ** attempts * 1_000);
    await em.execute(
      `update pending_change set attempts = ?, applies_at = ? where id = ? and state = 'WAITING'`,
      [attempts, at.toISOString(), row.id],
    );
  });
}

/** What cannot be opened may be the very reason why it fails. */
function wordsOrNone(deps: ReportsDependencies, { id, sealed }: DueRow): KeptWords | null {
  try {
    return openWords(deps, id, sealed);
  } catch {
    return null;
  }
}

const KEPT_DAYS = 7;

/** Removes what ended long ago: by then nobody repeats the request, and what was refused has been seen. Returns how many. */
export async function forgetPendingChanges(deps: ReportsDependencies): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - KEPT_DAYS * 86_400_000);
  const rows = await deps.database.query<{ id: string }>(
    'forget-pending-changes',
    'delete from pending_change where ended_at < $1 returning id',
    [before],
  );
  return rows.length;
}
