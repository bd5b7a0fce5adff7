import { keyedHash } from '@lapor/sealing';
import { makeChallenge, spendProof, type ProofInput, type Provable } from '../proof-of-work/index.ts';
import type { Failure, ReportsDependencies } from '../report/index.ts';

/** So many attempts of a source within a fixed window. */
export interface Limit {
  count: number;
  seconds: number;
}

/** How often a source has tried in the running window, this attempt included, and how long the window still runs. */
export interface Attempts {
  count: number;
  secondsLeft: number;
}

/** One attempt to count. Sources are stored as keyed hashes for the length of a window. */
export interface Attempt {
  key: Buffer;
  at: Date;
  seconds: number;
}

export const attemptOf = (
  { clock, lookupSecret }: Pick<ReportsDependencies, 'clock' | 'lookupSecret'>,
  purpose: string,
  source: string,
  seconds: number,
): Attempt => ({ key: keyedHash(lookupSecret, `rate:${purpose}`, source), at: clock.now(), seconds });

/** The statement that counts an attempt, to stand alone or within another one, which names its parameters; it returns `count` and `window_start`. */
export const attemptInsert = ([key, at, since]: readonly [string, string, string], condition = '') =>
  `insert into rate_limit as l (key, window_start, count) select ${key}::bytea, ${at}::timestamptz, 1 ${condition}
   on conflict (key) do update set
     count = case when l.window_start <= ${since}::timestamptz then 1 else l.count + 1 end,
     window_start = case when l.window_start <= ${since}::timestamptz then excluded.window_start else l.window_start end
   returning count, window_start`;

/** The parameters of `attemptInsert`, in their order. */
export const attemptValues = (attempt: Attempt | null): unknown[] =>
  attempt
    ? [attempt.key, attempt.at, new Date(attempt.at.getTime() - attempt.seconds * 1_000)]
    : [null, null, null];

/** What `attemptInsert` returned. */
export function attemptsOf(
  { at, seconds }: Attempt,
  { count, window_start: windowStart }: { count: number; window_start: Date },
): Attempts {
  const waited = (at.getTime() - windowStart.getTime()) / 1_000;
  return { count, secondsLeft: Math.max(1, Math.ceil(seconds - waited)) };
}

/** Counts an attempt. */
export async function countAttempt(
  deps: Pick<ReportsDependencies, 'database' | 'clock' | 'lookupSecret'>,
  purpose: string,
  source: string,
  seconds: number,
): Promise<Attempts> {
  const attempt = attemptOf(deps, purpose, source, seconds);
  const [row] = await deps.database.query<{ count: number; window_start: Date }>(
    'rate-limit-hit',
    attemptInsert(['$1', '$2', '$3']),
    attemptValues(attempt),
  );
  return attemptsOf(attempt, row!);
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
  return tooMany(await countAttempt(deps, purpose, source, seconds), count);
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
  return workForTooMany(deps, await countAttempt(deps, purpose, source, seconds), count, provable);
}

/** A failure with the time to wait when a source has tried too often; `null`: go on. */
export const tooMany = (attempts: Attempts, most: number): Failure | null =>
  attempts.count <= most ? null : { type: 'tooMany', retryAfterSeconds: attempts.secondsLeft };

/** Work when a source has tried too often, or the platform cannot keep up; `null`: go on. */
export async function workForTooMany(
  deps: ReportsDependencies,
  attempts: Attempts,
  most: number,
  provable: Provable,
): Promise<Failure | null> {
  const isOver = attempts.count > most;
  if (!isOver && deps.database.pool.waitingCount < WAITING_UNDER_LOAD) return null;
  return {
    type: 'tooMany',
    retryAfterSeconds: isOver ? attempts.secondsLeft : RETRY_UNDER_LOAD_SECONDS,
    challenge: await makeChallenge(
      deps.lookupSecret,
      provable,
      deps.clock.now(),
      Math.ceil(attempts.count / most),
    ),
  };
}
