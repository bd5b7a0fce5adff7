import { unhurried } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { noteRuns, type JobHealth } from './job-health.ts';

/** Work that is looked for again and again, and at once when somebody knows of some. */
export interface Repeating {
  start(): void;
  /** Looks now; returns at once. */
  wake(): void;
  /** Finishes the look under way. */
  stop(): Promise<void>;
  /** How it does, in this process. */
  health(): JobHealth;
}

/**
 * Looks for work at intervals, at once again while there is some. No lock between replicas: the work itself must be safe to share.
 * @param work returns how much it did.
 */
export function repeat(
  name: string,
  work: () => Promise<number>,
  logger: Logger,
  everyMilliseconds: number,
): Repeating {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let lookedAt = Date.now();
  const notes = noteRuns();

  function look(): void {
    again = true;
    running ??= (async () => {
      try {
        while (timer && again) {
          again = false;
          lookedAt = Date.now();
          while (timer && (await unhurried(work)) > 0);
          notes.ended();
        }
      } catch (error) {
        notes.failed(error);
        logger.error({ job: name, err: error }, 'A job failed; it is tried again');
      } finally {
        running = undefined;
      }
    })();
  }

  return {
    start() {
      timer ??= setInterval(look, everyMilliseconds).unref();
      look();
    },
    wake() {
      if (timer) look();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await running;
    },
    health: () => ({
      name,
      ...notes.health(),
      // Timers have some slack; a look that takes long is late, too.
      lateSeconds: timer ? Math.max(0, Math.round((Date.now() - lookedAt - everyMilliseconds) / 1_000)) : 0,
      givenUp: 0,
    }),
  };
}
