import type { SentReport } from './sent-report.ts';

/** Name under which the browser wakes the service worker when the network is back. */
export const sendTag = 'send-reports';

interface SyncManager {
  register: (tag: string) => Promise<void>;
}
type WithSync = ServiceWorkerRegistration & { sync?: SyncManager };

/** Whether this browser sends by itself when no page is open. No iPhone does. */
export const sendsInBackground = (): boolean =>
  'serviceWorker' in navigator && 'SyncManager' in globalThis && navigator.serviceWorker.controller !== null;

/** Asks to be woken. Where that is not to be had, the next opened page sends. */
export async function askToBeWoken(): Promise<void> {
  try {
    const registration: WithSync = await navigator.serviceWorker.ready;
    await registration.sync?.register(sendTag);
  } catch {
    // Refused by the reader's settings.
  }
}

const channelName = 'lapor-news';
const hasChannels = 'BroadcastChannel' in globalThis;

/** Tells the other pages of this device that a report was sent, or (null) that one came back. */
export function tellNews(report: SentReport | null): void {
  if (!hasChannels) return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(report);
  channel.close();
}

/** Hears it from the others; answers how to stop. */
export function hearNews(listen: (report: SentReport | null) => void): () => void {
  if (!hasChannels) return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<SentReport | null>) => listen(data);
  return () => channel.close();
}
