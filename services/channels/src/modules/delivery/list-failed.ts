import type { Database } from '@lapor/database';
import type { Way } from './carrier.ts';
import type { DeliveryState } from './state.ts';

/** A message that did not arrive, as far as is known; never its address or words. */
export interface FailedDelivery {
  id: string;
  template: string;
  way: Way | null;
  provider: string | null;
  state: DeliveryState;
  reason: string | null;
  reportId: string | null;
  at: Date;
}

const MOST = 100;

/** Newest first, after the one that is named. */
export const listFailed = (
  database: Database,
  { before, first }: { before?: { at: Date; id: string } | undefined; first: number },
): Promise<FailedDelivery[]> =>
  database.query<FailedDelivery & Record<string, unknown>>(
    'deliveries-failed',
    `select id, template, way, provider, state, reason, report_id as "reportId", finished_at as at from delivery
     where state in ('FAILED', 'UNCERTAIN', 'NOT_ARRIVED') and (finished_at, id) < ($1, $2) order by finished_at desc, id desc limit $3`,
    [before?.at ?? 'infinity', before?.id ?? '', Math.min(Math.max(first, 1), MOST)],
  );
