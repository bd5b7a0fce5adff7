import type { EntityManager } from '@mikro-orm/postgresql';
import { textArray } from '../organisation/index.ts';

/** Calls back whoever is in the field for an organisation that has the report no longer; all of them when there is none. */
export async function endWorkOrders(
  em: EntityManager,
  reportId: string,
  handlers: readonly string[],
  at: Date,
): Promise<void> {
  await em.execute(
    `update work_order set ended_at = ?, end_state = 'CANCELLED'
     where report_id = ? and ended_at is null and not organisation_id = any(?::text[])`,
    [at.toISOString(), reportId, textArray(handlers)],
  );
}
