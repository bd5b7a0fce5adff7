import type { ChannelsAnswer, ChannelsFailure } from '@lapor/web-client';
import { useCallback, useRef, useState } from 'react';

export interface Deed {
  busy: boolean;
  failure: ChannelsFailure | null;
  /**
   * Sends it with a key of its own, the same for each try of the same content; null when it was refused or lost.
   * @param content what is sent besides the key: with another one it is another request.
   */
  send: <Value>(
    ask: (requestKey: string) => Promise<ChannelsAnswer<Value>>,
    content?: unknown,
  ) => Promise<Value | null>;
}

/** What it became meanwhile: the page asks anew. */
const OVERTAKEN = [
  'NOT_WAITING',
  'HELD_BY_ANOTHER',
  'BEGUN_OTHERWISE',
  'CHANGED_MEANWHILE',
  'LAST_PROVIDER',
  'UNAVAILABLE',
];

/** One thing done with a message, once however often it is tried. */
export function useDeed(onRefused: () => void): Deed {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ChannelsFailure | null>(null);
  const request = useRef<{ key: string; content: string }>(null);
  const running = useRef(false);
  return {
    busy,
    failure,
    send: useCallback(
      async (ask, content) => {
        if (running.current) return null;
        running.current = true;
        const text = JSON.stringify(content ?? null);
        if (request.current?.content !== text) request.current = { key: crypto.randomUUID(), content: text };
        setBusy(true);
        setFailure(null);
        const answer = await ask(request.current.key);
        running.current = false;
        setBusy(false);
        if (answer.ok) return answer.value;
        setFailure(answer);
        if (OVERTAKEN.includes(answer.code)) onRefused();
        return null;
      },
      [onRefused],
    ),
  };
}
