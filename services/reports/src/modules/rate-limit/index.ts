import { keyedHash } from '@lapor/sealing';
import type { Failure, ReportsDependencies } from '../report/index.ts';

/**
 * Counts an attempt of a source within a fixed window; a failure with the time to wait when it was one too many.
 * Sources are stored as keyed hashes for the length of a window. Without a source (jobs, imports) nothing is limited.
 */
export async function limitRate(
  deps: ReportsDependencies,
  purpose: string,
  source: string | undefined,
  { count, seconds }: { count: number; seconds: number },
): Promise<Failure | null> {
  if (source === undefined) return null;
  const now = deps.clock.now();
  const [row] = await deps.database.query<{ count: number; window_start: Date }>(
    'rate-limit-hit',
    `insert into rate_limit as l (key, window_start, count) values ($1, $2, 1)
     on conflict (key) do update set
       count = case when l.window_start <= $3 then 1 else l.count + 1 end,
       window_start = case when l.window_start <= $3 then excluded.window_start else l.window_start end
     returning count, window_start`,
    [keyedHash(deps.lookupSecret, `rate:${purpose}`, source), now, new Date(now.getTime() - seconds * 1_000)],
  );
  if (row!.count <= count) return null;
  const waited = (now.getTime() - row!.window_start.getTime()) / 1_000;
  return { type: 'tooMany', retryAfterSeconds: Math.max(1, Math.ceil(seconds - waited)) };
}
