import type { ReportsDependencies } from '../modules/report/index.ts';

const LONGEST_WINDOW_SECONDS = 3_600;

/** Forgets the sources whose window of a rate limit is over: nothing of a network address is kept longer. Returns how many. */
export async function forgetAttempts(deps: ReportsDependencies): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - LONGEST_WINDOW_SECONDS * 1_000);
  const rows = await deps.database.query<{ key: Buffer }>(
    'forget-attempts',
    'delete from rate_limit where window_start <= $1 returning key',
    [before],
  );
  return rows.length;
}
