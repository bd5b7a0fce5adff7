import { countAttempt } from '../rate-limit/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { makeChallenge, type Challenge, type Provable } from './challenge.ts';
import { makeWaitingToken, WAITING_SECONDS, type WaitingToken } from './waiting-token.ts';

/** A source's line has so many places; a full one is asked again later. */
const PLACES = 10;
const ASKED_AT_ONE_LEVEL = 30;

/** Keyed by what opens it in the end: blanks of a number, upper case of a key do not matter. */
const plainSubject = ({ operation, subject }: Provable): Provable => ({
  operation,
  subject:
    operation === 'OPEN_REPORT'
      ? subject.replace(/\D/g, '').slice(0, 16)
      : subject.slice(0, 64).toLowerCase(),
});

/**
 * Work for a request that may be refused, and a place in the source's line when one is wanted: the first counts after a minute,
 * each further one a minute later.
 */
export async function challengeFor(
  deps: ReportsDependencies,
  provable: Provable,
  { source, standInLine }: { source: string | undefined; standInLine: boolean },
): Promise<{ work: Challenge; place: WaitingToken | null }> {
  const now = deps.clock.now();
  const plain = plainSubject(provable);
  const from = source ?? 'none';
  // Counted, or a hoard of easy work could be laid in before there is a limit.
  const asked = await countAttempt(deps, `work:${plain.operation}`, from, 600);
  const work = await makeChallenge(
    deps.lookupSecret,
    plain,
    now,
    Math.ceil(asked.count / ASKED_AT_ONE_LEVEL),
  );
  if (!standInLine) return { work, place: null };
  const { count } = await countAttempt(deps, `line:${plain.operation}`, from, PLACES * WAITING_SECONDS);
  return { work, place: count > PLACES ? null : makeWaitingToken(deps.lookupSecret, plain, now, count) };
}
