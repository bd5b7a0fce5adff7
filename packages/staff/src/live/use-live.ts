import { useEffect, useRef } from 'react';
import { hear, type Told } from './live-stream.ts';

/** Many things that happen at once are one. */
const GATHER_MS = 400;

/** Calls back when something of the topic changed, or may have while the tab was hidden or the line was cut. */
export function useLive(topic: string | null, onTold: (told: Told) => void): void {
  const callback = useRef(onTold);
  callback.current = onTold;
  useEffect(() => {
    if (topic === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let version: number | null = null;
    const leave = hear(topic, (told) => {
      version = Math.max(version ?? 0, told.version ?? 0) || null;
      timer ??= setTimeout(() => {
        timer = undefined;
        callback.current({ topic, version });
        version = null;
      }, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [topic]);
}
