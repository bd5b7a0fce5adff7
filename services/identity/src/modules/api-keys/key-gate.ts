import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { dayOf } from '../sessions/index.ts';

/** Requests of one key in a minute, per process. */
export const KEY_REQUESTS_PER_MINUTE = 600;
const WINDOW_MILLISECONDS = 60_000;
const FLUSH_MILLISECONDS = 10_000;

/** A key is used too often. The gateway answers 429 with `Retry-After`. */
export class KeyLimitReached extends Error {
  override name = 'KeyLimitReached';
  readonly statusCode = 429;
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('This API key is used too often');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Limits the use of keys and counts it: in memory, written down in batches, so that a request costs no write. */
export interface KeyGate {
  /** @throws KeyLimitReached for a key that has used up its minute; asks nothing of the database. */
  check(keyHash: Buffer): void;
  /** Counts a request of a good key. @throws KeyLimitReached when it was one too many; those are not counted as use. */
  count(keyHash: Buffer, keyId: string): void;
  /** Writes down what was counted; returns for how many keys. */
  flush(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

interface Use {
  keyId: string;
  day: string;
  requests: number;
  lastUsedAt: Date;
}

export function createKeyGate({
  database,
  clock,
  logger,
}: {
  database: Database;
  clock: Clock;
  logger: Logger;
}): KeyGate {
  const windows = new Map<string, { startedAt: number; count: number }>();
  let uses = new Map<string, Use>();
  let timer: NodeJS.Timeout | undefined;

  const windowOf = (keyHash: Buffer) => {
    const now = clock.now().getTime();
    const known = windows.get(keyHash.toString('base64'));
    return { now, window: known && now - known.startedAt < WINDOW_MILLISECONDS ? known : undefined };
  };
  const reached = (startedAt: number, now: number) =>
    new KeyLimitReached(Math.max(1, Math.ceil((startedAt + WINDOW_MILLISECONDS - now) / 1000)));

  function add(use: Use): void {
    const key = `${use.keyId} ${use.day}`;
    const known = uses.get(key);
    if (!known) return void uses.set(key, { ...use });
    known.requests += use.requests;
    if (use.lastUsedAt > known.lastUsedAt) known.lastUsedAt = use.lastUsedAt;
  }

  async function flush(): Promise<number> {
    const now = clock.now().getTime();
    for (const [key, { startedAt }] of windows)
      if (now - startedAt >= WINDOW_MILLISECONDS) windows.delete(key);
    if (uses.size === 0) return 0;
    const taken = [...uses.values()];
    uses = new Map();
    try {
      await database.query(
        'key-use',
        `with used as (
           select * from jsonb_to_recordset($1::jsonb) as u ("keyId" uuid, day date, requests bigint, "lastUsedAt" timestamptz)
         ), noted as (
           update api_key k set last_used_at = greatest(k.last_used_at, u.at)
           from (select "keyId", max("lastUsedAt") as at from used group by "keyId") u where k.id = u."keyId"
         )
         insert into api_key_use (key_id, day, requests)
         select u."keyId", u.day, u.requests from used u join api_key k on k.id = u."keyId"
         on conflict (key_id, day) do update set requests = api_key_use.requests + excluded.requests`,
        [JSON.stringify(taken)],
      );
    } catch (error) {
      taken.forEach(add);
      throw error;
    }
    return taken.length;
  }

  return {
    check(keyHash) {
      const { now, window } = windowOf(keyHash);
      if (window && window.count >= KEY_REQUESTS_PER_MINUTE) throw reached(window.startedAt, now);
    },
    count(keyHash, keyId) {
      const { now, window } = windowOf(keyHash);
      if (!window) windows.set(keyHash.toString('base64'), { startedAt: now, count: 1 });
      else if (window.count >= KEY_REQUESTS_PER_MINUTE) throw reached(window.startedAt, now);
      else window.count += 1;
      const lastUsedAt = clock.now();
      add({ keyId, day: dayOf(lastUsedAt), requests: 1, lastUsedAt });
    },
    flush,
    start() {
      timer ??= setInterval(() => {
        flush().catch((error: unknown) =>
          logger.warn({ err: error }, 'The use of keys could not be written down; it is kept'),
        );
      }, FLUSH_MILLISECONDS);
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await flush().catch((error: unknown) =>
        logger.warn({ err: error }, 'The use of keys could not be written down'),
      );
    },
  };
}
