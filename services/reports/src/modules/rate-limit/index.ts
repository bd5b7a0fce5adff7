import { keyedHash } from '@lapor/sealing';
import { makeChallenge, spendProof, type ProofInput, type Provable } from '../proof-of-work/index.ts';
import type { Failure, ReportsDependencies } from '../report/index.ts';

/** So many attempts of a source within a fixed window. */
export interface Limit {
  count: number;
  seconds: number;
}

/** How often a source has tried in the running window, this attempt included, and how long the window still runs. */
interface Attempts {
  count: number;
  secondsLeft: number;
}

/** Counts an attempt. Sources are stored as keyed hashes for the length of a window. */
export async function countAttempt(
  deps: Pick<ReportsDependencies, 'database' | 'clock' | 'lookupSecret'>,
  purpose: string,
  source: string,
  seconds: number,
): Promise<Attempts> {
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
  const waited = (now.getTime() - row!.window_start.getTime()) / 1_000;
  return { count: row!.count, secondsLeft: Math.max(1, Math.ceil(seconds - waited)) };
}

/**
 * Counts an attempt of a source within a fixed window; a failure with the time to wait when it was one too many.
 * Without a source (jobs, imports) nothing is limited.
 */
export async function limitRate(
  deps: ReportsDependencies,
  purpose: string,
  source: string | undefined,
  { count, seconds }: Limit,
): Promise<Failure | null> {
  if (source === undefined) return null;
  const attempts = await countAttempt(deps, purpose, source, seconds);
  return attempts.count <= count ? null : { type: 'tooMany', retryAfterSeconds: attempts.secondsLeft };
}

/** So many reads wait for a connection only when the platform cannot keep up. */
const WAITING_UNDER_LOAD = 100;
const RETRY_UNDER_LOAD_SECONDS = 5;

/**
 * As `limitRate`, but never the end for an honest request: past the limit, and while the platform cannot keep up, the answer brings
 * work that grows with the source's count, and whoever did it passes (docs/adr/0031). A proof counts once, for this request only.
 */
export async function limitOrProve(
  deps: ReportsDependencies,
  purpose: string,
  source: string | undefined,
  { count, seconds }: Limit,
  provable: Provable,
  proof: ProofInput,
): Promise<Failure | null> {
  if (source === undefined) return null;
  if (await spendProof(deps, provable, proof)) return null;
  const attempts = await countAttempt(deps, purpose, source, seconds);
  const isOver = attempts.count > count;
  if (!isOver && deps.database.pool.waitingCount < WAITING_UNDER_LOAD) return null;
  return {
    type: 'tooMany',
    retryAfterSeconds: isOver ? attempts.secondsLeft : RETRY_UNDER_LOAD_SECONDS,
    challenge: await makeChallenge(
      deps.lookupSecret,
      provable,
      deps.clock.now(),
      Math.ceil(attempts.count / count),
    ),
  };
}
