import type { ReportsDependencies } from '../modules/report/index.ts';

const LONGEST_WINDOW_SECONDS = 3_600;
/** A retry comes within the day. */
const KEY_SECONDS = 86_400;

/**
 * Forgets the sources whose window of a rate limit is over, and the proofs and keys of supports that count no more: nothing of a network
 * address is kept longer. Returns how many.
 */
export async function forgetAttempts(deps: ReportsDependencies): Promise<number> {
  const now = deps.clock.now();
  const rows = await deps.database.query<{ key: Buffer }>(
    'forget-attempts',
    'delete from rate_limit where window_start <= $1 returning key',
    [new Date(now.getTime() - LONGEST_WINDOW_SECONDS * 1_000)],
  );
  const spent = await deps.database.query<{ key: Buffer }>(
    'forget-proofs',
    'delete from spent_proof where expires_at <= $1 returning key',
    [now],
  );
  const keys = await deps.database.query<{ key: string }>(
    'forget-support-keys',
    'delete from support_request where at <= $1 returning key',
    [new Date(now.getTime() - KEY_SECONDS * 1_000)],
  );
  return rows.length + spent.length + keys.length;
}
