import { waitFor } from '@testing-library/react';

/** Stands for the line by which the server tells of changes; open as soon as it is asked for. */
class LiveLine extends EventTarget {
  static readonly CLOSED = 2;
  static readonly open = new Set<LiveLine>();
  readyState = 1;
  constructor() {
    super();
    LiveLine.open.add(this);
  }
  close(): void {
    this.readyState = LiveLine.CLOSED;
    LiveLine.open.delete(this);
  }
}

/** Puts the line where pages look for it. */
export const offerLiveLine = (): void => {
  Object.assign(globalThis, { EventSource: LiveLine });
};

/** Tells whoever listens that something of a topic changed. */
export async function tellLive(topic: string): Promise<void> {
  await waitFor(() => {
    if (LiveLine.open.size === 0) throw new Error('Nobody listens');
  });
  const data = JSON.stringify({ topic, version: null });
  for (const line of LiveLine.open) line.dispatchEvent(new MessageEvent('changed', { data }));
}
