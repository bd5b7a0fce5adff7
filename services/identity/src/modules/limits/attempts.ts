import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { keyedHash } from '@lapor/sealing';
import { mailboxOf } from './mailbox.ts';

/** So many attempts for one key (an address, an account, a source) in a window of so many seconds. */
export interface AttemptLimit {
  purpose: string;
  attempts: number;
  seconds: number;
}

/** Guessing a password from one source: narrow. */
export const PASSWORD_LIMIT_OF_SOURCE: AttemptLimit = {
  purpose: 'password of a source',
  attempts: 30,
  seconds: 900,
};
/** Guessing a password from many sources at once: wide, or anybody could lock an officer out. The second factor stands behind it. */
export const PASSWORD_LIMIT: AttemptLimit = { purpose: 'password', attempts: 300, seconds: 900 };
/** Guessing a password or a code inside a session: whoever has only the session shall not find out the rest. */
export const CONFIRMATION_LIMIT: AttemptLimit = { purpose: 'confirmation', attempts: 10, seconds: 900 };
/** Flooding somebody's mailbox from one source, and asking for code after code to guess one: narrow. */
const MAIL_LIMITS_OF_SOURCE: readonly AttemptLimit[] = [
  { purpose: 'mail of a source', attempts: 5, seconds: 900 },
  { purpose: 'mail of a source and day', attempts: 20, seconds: 86_400 },
];
/** The same from many sources: wider, or anybody could keep somebody else from every code with twenty requests a day. */
const MAIL_LIMITS: readonly AttemptLimit[] = [
  { purpose: 'mail', attempts: 20, seconds: 900 },
  { purpose: 'mail of a day', attempts: 100, seconds: 86_400 },
];
/** The same for a phone, where every message costs. */
export const PHONE_LIMITS: readonly AttemptLimit[] = [
  { purpose: 'phone', attempts: 3, seconds: 900 },
  { purpose: 'phone of a day', attempts: 6, seconds: 86_400 },
];

export interface LimitDeps {
  database: Database;
  clock: Clock;
  authSecret: string;
}

/**
 * Counts an attempt; known and unknown keys are counted alike, and a restart forgets nothing.
 * @returns seconds to wait when there were too many, else `null`.
 */
export async function countAttempt(
  { database, clock, authSecret }: LimitDeps,
  key: string,
  { purpose, attempts, seconds }: AttemptLimit,
): Promise<number | null> {
  const now = clock.now();
  const [row] = await database.query<{ count: number; startedAt: Date }>(
    'address-attempt',
    `insert into address_attempt (key, started_at, count) values ($1, $2, 1)
     on conflict (key) do update set
       count = case when address_attempt.started_at <= $3 then 1 else address_attempt.count + 1 end,
       started_at = case when address_attempt.started_at <= $3 then $2 else address_attempt.started_at end
     returning count, started_at as "startedAt"`,
    [
      keyedHash(authSecret, `attempts: ${purpose}`, key.trim().toLowerCase()),
      now,
      new Date(now.getTime() - seconds * 1000),
    ],
  );
  if (row!.count <= attempts) return null;
  return Math.max(1, Math.ceil((row!.startedAt.getTime() + seconds * 1000 - now.getTime()) / 1000));
}

/**
 * Counts a mail that somebody who is not signed in asks for, by mailbox and source and by mailbox. @returns as `countAttempt`.
 */
export async function countMail(
  deps: LimitDeps,
  { address, source }: { address: string; source: string },
): Promise<number | null> {
  const mailbox = mailboxOf(address);
  // The narrow ones first: what one source may not ask for does not use up what everybody else may.
  for (const limit of MAIL_LIMITS_OF_SOURCE) {
    const seconds = await countAttempt(deps, `${mailbox} ${source}`, limit);
    if (seconds !== null) return seconds;
  }
  for (const limit of MAIL_LIMITS) {
    const seconds = await countAttempt(deps, mailbox, limit);
    if (seconds !== null) return seconds;
  }
  return null;
}

/** Counts a mail that the holder of an account asks for; strangers who ask for codes do not use these up. @returns as `countAttempt`. */
export async function countMailOfHolder(deps: LimitDeps, accountId: string): Promise<number | null> {
  for (const limit of MAIL_LIMITS_OF_SOURCE) {
    const seconds = await countAttempt(deps, `account ${accountId}`, limit);
    if (seconds !== null) return seconds;
  }
  return null;
}
