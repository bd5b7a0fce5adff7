import type { Logger } from '@lapor/logging';

/**
 * Ends a process of its own in order: on SIGTERM or SIGINT the parts are closed one after the other, what was opened last first.
 * The process ends with 0, or with 1 when a part did not close. A further signal changes nothing.
 */
export function stopOnSignals(logger: Logger, ...close: readonly (() => unknown)[]): void {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    try {
      for (const part of close) await part();
      process.exit(0);
    } catch (error) {
      logger.error({ err: error }, 'The process did not stop cleanly');
      process.exit(1);
    }
  };
  // `on`, not `once`: libraries that listen too raise the signal again.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void (stopping ??= stop()));
}
