import type { Viewer } from '@lapor/viewer';
import { noteInAudit } from '../audit/index.ts';
import { limitRate } from '../rate-limit/index.ts';
import { done, failed, NOT_FOUND, type ReportsDependencies, type Result } from '../report/index.ts';
import { findWorkOrders, type WorkOrderRow } from './repository.ts';
import { readWorkOrderToken } from './token.ts';
import { workOrderState } from './vocabulary.ts';

const GRANT_HOURS = 12;
const ATTEMPTS_PER_SOURCE = { count: 30, seconds: 600 };

/** Opens a work order by the token of its link. One that is wrong, cancelled or past its day answers alike. */
export async function openWorkOrder(
  deps: ReportsDependencies,
  input: { token: string },
  viewer: Viewer,
): Promise<Result<{ order: WorkOrderRow; grant: string; expiresAt: Date }>> {
  // What a link gives is for a person: a key could not use the grant.
  if (viewer.apiKey) return NOT_FOUND;
  const limited = await limitRate(deps, 'open-work-order', viewer.source, ATTEMPTS_PER_SOURCE);
  if (limited) return failed(limited);
  const now = deps.clock.now();
  const id = readWorkOrderToken(deps.workOrderSecret, input.token.trim().slice(0, 200));
  const [order] = id ? await findWorkOrders(deps.database, [id]) : [];
  const state = order && workOrderState({ endState: order.end_state, expiresAt: order.expires_at }, now);
  if (!order || (state !== 'OPEN' && state !== 'DONE')) return NOT_FOUND;
  await deps.database.transaction(async (em) => {
    await em.execute('update work_order set opened_at = ? where id = ? and opened_at is null', [
      now.toISOString(),
      order.id,
    ]);
    const paths = await em.execute<{ path: string[] }[]>(
      'select path from assignment where report_id = ? and ended_at is null',
      [order.report_id],
    );
    await noteInAudit(em, {
      at: now,
      action: 'WORK_ORDER_OPENED',
      actorKind: 'OFFICER',
      actorId: null,
      organisationId: order.organisation_id,
      reportId: order.report_id,
      paths: paths.map(({ path }) => path),
      facts: { workOrderId: order.id },
    });
  });
  // The grant's own end is checked by the real clock, as every token's.
  const expiresAt = new Date(Date.now() + GRANT_HOURS * 3_600_000);
  return done({ order, grant: await deps.tokens.signWorkOrderGrant(order.id, expiresAt), expiresAt });
}
