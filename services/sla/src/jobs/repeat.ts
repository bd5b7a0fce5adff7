import type { Logger } from '@lapor/logging';

/** Work that is looked for again and again. */
export interface Repeating {
  start(): void;
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
  let stopped = true;

  async function look() {
    try {
      while (!stopped && (await work()) > 0);
    } catch (error) {
      logger.warn({ job: name, err: error }, 'A job failed; it is tried again');
    }
    if (!stopped) timer = setTimeout(begin, everyMilliseconds);
  }
  const begin = () => {
    running = look();
  };

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      begin();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
