import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { ReportsContext } from '../../context.ts';
import { loadReport, show, toUserError } from '../report/graphql-index.ts';
import { ChangeUndone, PendingChange, UndoChangeInput, UndoChangeResult } from './graphql.ts';
import { openWords, undoingAccount } from './kept-words.ts';
import { listPendingChanges } from './repository.ts';
import { undoChange } from './undo-change.ts';

const SHOWN_MILLISECONDS = 3_600_000;

@Resolver()
export class PendingChangeResolver {
  @Query(() => [PendingChange], {
    description:
      'What the viewer sent with `undoSeconds`, newest first, 50 at most: what waits, what was refused at its time (7 days), and what else ended within the hour. Empty for whoever is no officer.',
  })
  async viewerPendingChanges(@Ctx() context: ReportsContext): Promise<PendingChange[]> {
    const { deps, database, viewer, loaders } = context;
    const officerId = undoingAccount(viewer);
    if (officerId === null) return [];
    const now = deps.clock.now().getTime();
    const since = new Date(now - SHOWN_MILLISECONDS);
    const rows = await listPendingChanges(database, officerId, since);
    return Promise.all(
      rows.map(async (row) => {
        const report = await loaders.report.load(row.report_id);
        return Object.assign(new PendingChange(), {
          requestKey: row.request_key,
          reportId: row.report_id,
          report: report && show(context)(report),
          operation: row.operation,
          appliesAt: row.applies_at,
          secondsLeft:
            row.state === 'WAITING' ? Math.max(0, Math.ceil((row.applies_at.getTime() - now) / 1_000)) : 0,
          state: row.state,
          refusalCode: row.refusal_code,
          text: row.sealed && typedIn(openWords(deps, row.id, row.sealed).input),
        });
      }),
    );
  }

  @Mutation(() => UndoChangeResult, {
    description:
      'Takes back what the viewer sent with `undoSeconds`, before it is made; lets go of what was refused.',
  })
  async undoChange(
    @Arg('input', () => UndoChangeInput, { description: 'What to take back.' }) input: UndoChangeInput,
    @Ctx() context: ReportsContext,
  ) {
    const result = await undoChange(context.deps, input, context.viewer);
    if (!result.ok) return toUserError(result.failure);
    const { reportId, requestKey } = result.value;
    return Object.assign(new ChangeUndone(), { requestKey, report: await loadReport(context, reportId) });
  }
}

/** The words of a change: an answer's, a reason's, a note's. */
function typedIn({ text, note, mustTakeReason }: Record<string, unknown>): string | null {
  const words = [text, note, mustTakeReason].find((value) => typeof value === 'string' && value !== '');
  return (words as string | undefined) ?? null;
}
