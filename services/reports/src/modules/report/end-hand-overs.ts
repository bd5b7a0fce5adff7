import type { EntityManager } from '@mikro-orm/postgresql';
import { textArray } from '../organisation/index.ts';
import type { HandOverEnd } from './vocabulary.ts';

/** Ends links to heads; one that has ended keeps its reason. The caller takes them off their assignments. */
export async function endHandOvers(
  em: EntityManager,
  ids: readonly string[],
  reason: HandOverEnd,
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await em.execute(
    'update hand_over set ended_at = ?, end_reason = ? where id = any(?::uuid[]) and ended_at is null',
    [at.toISOString(), reason, textArray(ids)],
  );
}
