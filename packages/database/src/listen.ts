import { escapeIdentifier } from 'pg';
import { limitsOf } from './limits.ts';
import { WatchedClient } from './watched-client.ts';

export interface ListenOptions {
  /** Connection URL of the service's own role. */
  url: string;
  channel: string;
  onMessage(payload: string): void;
  /** The connection was lost and is there again: what was told meanwhile was not heard. */
  onGap(): void;
  onError(error: unknown): void;
}

export interface Listening {
  /** Whether what is told now is heard. */
  isListening(): boolean;
  /** Resolves when it listens for the first time, or is stopped before that. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;
/** A connection that is gone without a word (a firewall between) is noticed by asking. */
const ASK_EVERY = 30_000;
const LONGEST_SILENCE = 5_000;

/** Hears what transactions tell by `pg_notify`, on a connection of its own that is made anew when it breaks. */
export function listen({ url, channel, onMessage, onGap, onError }: ListenOptions): Listening {
  let client: WatchedClient | null = null;
  let hears = false;
  let wasThere = false;
  let isStopped = false;
  let pause = FIRST_PAUSE;
  let timer: NodeJS.Timeout | undefined;
  const first = Promise.withResolvers<void>();

  async function connect(): Promise<void> {
    if (isStopped) return;
    const made = new WatchedClient({
      connectionString: limitsOf(url).url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      longestSilence: () => LONGEST_SILENCE,
    });
    client = made;
    let asking: NodeJS.Timeout | undefined;
    const lose = (error?: unknown) => {
      clearInterval(asking);
      if (client !== made) return;
      client = null;
      hears = false;
      if (isStopped) return;
      if (error) onError(error);
      void made.end().catch(() => {});
      timer = setTimeout(() => void connect(), pause).unref();
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
    made.on('error', lose);
    made.on('end', () => lose());
    made.on('notification', ({ payload }) => onMessage(payload ?? ''));
    try {
      await made.connect();
      await made.query(`listen ${escapeIdentifier(channel)}`);
    } catch (error) {
      lose(error);
      return;
    }
    if (isStopped) return;
    asking = setInterval(() => void made.query('select 1').catch(lose), ASK_EVERY).unref();
    pause = FIRST_PAUSE;
    hears = true;
    if (wasThere) onGap();
    wasThere = true;
    first.resolve();
  }
  void connect();

  return {
    isListening: () => hears,
    ready: first.promise,
    async stop() {
      isStopped = true;
      hears = false;
      clearTimeout(timer);
      first.resolve();
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}
