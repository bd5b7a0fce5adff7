import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { keyedHash } from '@lapor/sealing';

interface ChallengeDeps {
  database: Database;
  clock: Clock;
  authSecret: string;
}

/** How long the browser's dialogue may take. */
export const CHALLENGE_SECONDS = 300;

/** For whom a challenge is: a session that enrols, or a browser (by its cookie) that signs in. */
export type ChallengeHolder = { sessionId: string } | { browser: string };

const keyOf = ({ authSecret }: ChallengeDeps, holder: ChallengeHolder) =>
  'sessionId' in holder
    ? keyedHash(authSecret, 'passkey challenge of a session', holder.sessionId)
    : keyedHash(authSecret, 'passkey challenge of a browser', holder.browser);

/** Keeps a challenge; one before it for the same holder is void. */
export async function keepChallenge(
  deps: ChallengeDeps,
  holder: ChallengeHolder,
  challenge: string,
): Promise<void> {
  await deps.database.query(
    'challenge-keep',
    `insert into passkey_challenge (key, challenge, expires_at) values ($1, $2, $3)
     on conflict (key) do update set challenge = excluded.challenge, expires_at = excluded.expires_at`,
    [keyOf(deps, holder), challenge, new Date(deps.clock.now().getTime() + CHALLENGE_SECONDS * 1000)],
  );
}

/** Takes a challenge away to compare it: it is good once, whatever comes of it. */
export async function takeChallenge(deps: ChallengeDeps, holder: ChallengeHolder): Promise<string | null> {
  const [row] = await deps.database.query<{ challenge: string; expiresAt: Date }>(
    'challenge-take',
    'delete from passkey_challenge where key = $1 returning challenge, expires_at as "expiresAt"',
    [keyOf(deps, holder)],
  );
  return row && row.expiresAt > deps.clock.now() ? row.challenge : null;
}
