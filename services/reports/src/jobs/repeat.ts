import type { Logger } from '@lapor/logging';

/** Work that is looked for again and again, and at once when somebody knows of some. */
export interface Repeating {
  start(): void;
  /** Looks now; returns at once. */
  wake(): void;
  /** Finishes the look under way. */
  stop(): Promise<void>;
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

  function look(): void {
    again = true;
    running ??= (async () => {
      try {
        while (timer && again) {
          again = false;
          while (timer && (await work()) > 0);
        }
      } catch (error) {
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
  };
}
