import type { ReportsDependencies } from '../report/index.ts';
import { pauseSince } from './vocabulary.ts';

/** A retry comes within the day. */
const KEPT_HOURS = 24;

/** Removes leases that are over for good, and keys of requests that nobody repeats any more. Returns how many. */
export async function forgetLeases(deps: ReportsDependencies): Promise<number> {
  const now = deps.clock.now();
  const rows = await deps.database.query<{ gone: number }>(
    'forget-leases',
    `with l as (delete from lease where until <= $1 returning 1), q as (delete from lease_request where at < $2 returning 1)
     select (select count(*) from l) + (select count(*) from q) as gone`,
    [pauseSince(now), new Date(now.getTime() - KEPT_HOURS * 3_600_000)],
  );
  return rows[0]!.gone;
}
