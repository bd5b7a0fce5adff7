import type { EntityManager } from '@mikro-orm/postgresql';
import { textArray } from '../organisation/index.ts';
import type { AnswerKind, ChangeScope } from '../report/index.ts';
import type { ApprovalMode } from './vocabulary.ts';

/**
 * Whether an answer has to wait for somebody's approval: what the nearest level above the acting unit has set, of a confidential
 * report the unit alone, for nobody above may know of it. The link to a head and the national desk answer as they are.
 */
export async function awaitsApproval(
  em: EntityManager,
  { acting, actor, report }: Pick<ChangeScope, 'acting' | 'actor' | 'report'>,
  kind: AnswerKind,
): Promise<boolean> {
  if (!acting || acting.by === 'LINK' || actor.isNationalDesk) return false;
  const { path } = acting.assignment;
  const levels = report.isConfidential ? path.slice(-1) : path;
  const rows = await em.execute<{ organisation_id: string; mode: ApprovalMode }[]>(
    'select organisation_id, mode from answer_approval where organisation_id = any(?::text[])',
    [textArray(levels)],
  );
  const nearest = levels.findLast((id) => rows.some((row) => row.organisation_id === id));
  const mode = rows.find((row) => row.organisation_id === nearest)?.mode ?? 'NONE';
  return mode === 'ALL' || (mode === 'RESULTS' && kind === 'RESULT');
}
