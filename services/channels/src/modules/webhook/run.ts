import { setTimeout as wait } from 'node:timers/promises';
import { unhurried } from '@lapor/database';
import { claimLanes, type DeliverDeps } from './deliver.ts';

const LOOK_EVERY_MILLISECONDS = 2_000;
const TIDY_EVERY_MILLISECONDS = 3_600_000;

/** Looks for what is to be sent and sends it, until it is stopped. */
export interface Sending {
  start(): void;
  /** Lets the requests under way end; what else waits stays for the next start. */
  stop(): Promise<void>;
  /** Something may be due now. */
  wake(): void;
  /** Sends what is due and waits for it; returns how many tries were made. */
  sendDue(): Promise<number>;
}

/** `tidy` lets go of what is old; about once an hour. */
export function createSending(deps: DeliverDeps & { tidy: () => Promise<void> }): Sending {
  const lanes = new Set<Promise<number>>();
  let stopping = new AbortController();
  let working: Promise<void> | undefined;
  let pause = new AbortController();

  let tidiedAt: number | undefined;

  async function tidyNowAndThen(): Promise<void> {
    const now = deps.clock.now().getTime();
    if (tidiedAt !== undefined && now - tidiedAt < TIDY_EVERY_MILLISECONDS) return;
    await unhurried(deps.tidy);
    tidiedAt = now;
  }

  function run(lane: () => Promise<number>): Promise<number> {
    const running = lane().finally(() => lanes.delete(running));
    lanes.add(running);
    return running;
  }

  async function lookUntilStopped(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      pause = new AbortController();
      try {
        for (const lane of await claimLanes(deps, signal)) void run(lane);
        await tidyNowAndThen();
      } catch (error) {
        deps.logger.warn({ err: error }, 'What webhooks wait for could not be looked for; it is tried again');
      }
      // Lanes are not waited for: a slow receiver takes its time by itself.
      await wait(LOOK_EVERY_MILLISECONDS, undefined, {
        signal: AbortSignal.any([signal, pause.signal]),
      }).catch(() => {});
    }
  }

  return {
    start() {
      if (working) return;
      stopping = new AbortController();
      working = lookUntilStopped(stopping.signal);
    },
    async stop() {
      stopping.abort();
      await working;
      working = undefined;
      await Promise.allSettled(lanes);
    },
    wake: () => pause.abort(),
    async sendDue() {
      await tidyNowAndThen();
      const tries = await Promise.all((await claimLanes(deps, stopping.signal)).map(run));
      return tries.reduce((sum, count) => sum + count, 0);
    },
  };
}
