import type { ChannelsFailure } from '@lapor/web-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { desk, type ListedMessage } from '../desk-client.ts';

const PAGE_SIZE = 30;
/** As many as the server gives at once: so many are asked for anew from time to time. */
const MOST_AT_ONCE = 100;
const EVERY_MILLISECONDS = 20_000;

export interface Messages {
  /** Undefined until they have arrived once. */
  rows: readonly ListedMessage[] | undefined;
  failure: ChannelsFailure | null;
  busy: boolean;
  hasMore: boolean;
  loadMore: () => void;
  reload: () => void;
}

/** What waits for a person, longest first; asked anew while somebody looks. */
export function useMessageList(filter: { door?: string; reason?: string }): Messages {
  const { door, reason } = filter;
  const [loaded, setLoaded] = useState<{ rows: readonly ListedMessage[]; next: number | null } | undefined>();
  const [failure, setFailure] = useState<ChannelsFailure | null>(null);
  const [busy, setBusy] = useState(true);
  const shown = useRef(0);
  shown.current = loaded?.rows.length ?? 0;
  const question = useRef(0);

  const ask = useCallback(
    async (after?: number) => {
      const number = ++question.current;
      setBusy(true);
      const first =
        after === undefined ? Math.min(Math.max(PAGE_SIZE, shown.current), MOST_AT_ONCE) : PAGE_SIZE;
      const answer = await desk.messages({ door, reason, after, first });
      // Asked anew meanwhile, or for something else.
      if (number !== question.current) return;
      setBusy(false);
      if (!answer.ok) return setFailure(answer);
      setFailure(null);
      const { messages, next } = answer.value;
      setLoaded((last) =>
        after === undefined || !last
          ? { rows: messages, next }
          : {
              rows: [...last.rows, ...messages.filter(({ id }) => last.rows.every((row) => row.id !== id))],
              next,
            },
      );
    },
    [door, reason],
  );
  const reload = useCallback(() => void ask(), [ask]);

  useEffect(() => {
    setLoaded(undefined);
    shown.current = 0;
    reload();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && shown.current <= MOST_AT_ONCE) reload();
    }, EVERY_MILLISECONDS);
    return () => {
      clearInterval(timer);
      question.current += 1;
    };
  }, [reload]);

  const next = loaded?.next ?? null;
  return {
    rows: loaded?.rows,
    failure,
    busy,
    hasMore: next !== null,
    loadMore: () => {
      if (next !== null) void ask(next);
    },
    reload,
  };
}
