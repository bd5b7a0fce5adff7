import type { ChannelsAnswer, ChannelsFailure } from '@lapor/web-client';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Paged<Row> {
  /** Undefined until they have arrived once. */
  rows: readonly Row[] | undefined;
  failure: ChannelsFailure | null;
  busy: boolean;
  hasMore: boolean;
  loadMore: () => void;
  reload: () => void;
}

/** A list by pages. Keep `ask` the same while it means the same. */
export function usePaged<Row, Cursor>(
  ask: (after?: Cursor) => Promise<ChannelsAnswer<{ rows: readonly Row[]; next: Cursor | null }>>,
): Paged<Row> {
  const [loaded, setLoaded] = useState<{ rows: readonly Row[]; next: Cursor | null } | undefined>();
  const [failure, setFailure] = useState<ChannelsFailure | null>(null);
  const [busy, setBusy] = useState(true);
  const question = useRef(0);
  const load = useCallback(
    async (after?: Cursor) => {
      const number = ++question.current;
      setBusy(true);
      setFailure(null);
      const answer = await ask(after);
      if (number !== question.current) return;
      setBusy(false);
      if (!answer.ok) return setFailure(answer);
      const { rows, next } = answer.value;
      setLoaded((last) => ({ rows: after === undefined || !last ? rows : [...last.rows, ...rows], next }));
    },
    [ask],
  );
  const reload = useCallback(() => void load(), [load]);
  useEffect(() => {
    setLoaded(undefined);
    reload();
    return () => {
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
      if (next !== null) void load(next);
    },
    reload,
  };
}
