import type { ChannelsAnswer, ChannelsFailure } from '@lapor/web-client';
import { useCallback, useRef, useState } from 'react';

export interface WebhookWork {
  busy: boolean;
  failure: ChannelsFailure | null;
  /** One at a time, each try with the same key until it went well; null when it did not. */
  run: <Value>(
    ask: (requestKey: string) => Promise<ChannelsAnswer<Value>>,
  ) => Promise<{ value: Value } | null>;
}

export function useWebhookWork(): WebhookWork {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ChannelsFailure | null>(null);
  const requestKey = useRef<string>(null);
  const running = useRef(false);
  return {
    busy,
    failure,
    run: useCallback(async (ask) => {
      if (running.current) return null;
      running.current = true;
      requestKey.current ??= crypto.randomUUID();
      setBusy(true);
      setFailure(null);
      const answer = await ask(requestKey.current);
      running.current = false;
      setBusy(false);
      if (answer.ok) {
        requestKey.current = null;
        return { value: answer.value };
      }
      // A key stands for what was sent with it: what is mended is something else.
      if (answer.code !== 'OFFLINE' && answer.code !== 'UNAVAILABLE') requestKey.current = null;
      setFailure(answer);
      return null;
    }, []),
  };
}
