import type { Page } from '@playwright/test';

/**
 * A cheap phone on slow 4G, as Lighthouse applies it in a browser: 150 ms to the server and 1.6 Mbit/s, told as what a request
 * waits and gets, and a processor a quarter as fast as this machine's.
 */
export const SLOW_PHONE = {
  latencyMilliseconds: 562.5,
  downKilobits: 1_474.56,
  upKilobits: 675,
  slowerBy: 4,
} as const;

/** Everything this page does from now on it does on the slow phone. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const bytesPerSecond = (kilobits: number) => (kilobits * 1_000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW_PHONE.latencyMilliseconds,
    downloadThroughput: bytesPerSecond(SLOW_PHONE.downKilobits),
    uploadThroughput: bytesPerSecond(SLOW_PHONE.upKilobits),
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE.slowerBy });
}
