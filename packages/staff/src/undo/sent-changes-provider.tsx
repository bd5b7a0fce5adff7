import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useClient, type RequestPolicy } from 'urql';
import { tellRestored } from '../drafts/restored.ts';
import { useDraftStore } from '../drafts/use-draft.ts';
import type { ResultOf } from '../graphql.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { ReleaseLeaseDocument } from '../live/live.graphql.ts';
import { isOpen } from '../live/open-leases.ts';
import { askPart } from '../loading/ask-part.ts';
import type { FirstSight } from '../loading/first-sight.ts';
import { RefusedChanges } from './refused-changes.tsx';
import { refreshLists } from './refreshing-client.ts';
import { SentBar } from './sent-bar.tsx';
import {
  endedBetween,
  isOverdue,
  NOTHING_SENT,
  secondsLeft,
  UNDO_SECONDS,
  withFound,
  withoutOld,
  withPhase,
  withSent,
  type Operation,
  type SentChanges,
} from './sent-changes.ts';
import { CountdownContext, SentChangesContext, type Kept } from './sent-changes-context.ts';
import { SentChangesDocument, UndoChangeDocument } from './undo.graphql.ts';

const TICK_MS = 500;
/** Between two questions what became of something. */
const ASK_MS = 1_500;

/** They are sent about a report that waits at a desk, which stays the officer’s until they are made. */
const AT_THE_DESK: ReadonlySet<Operation> = new Set(['VERIFY', 'ARCHIVE']);

const copyOf = (requestKey: string): string => `sent:${requestKey}`;

interface SentChangesProviderProps {
  /** Holds what waited when the console was opened. */
  frame: FirstSight<ResultOf<typeof SentChangesDocument>>;
  children: ReactNode;
}

/** Keeps what was sent and can be taken back, whatever page is shown; the foot of the window and the notices tell of it. */
export function SentChangesProvider({ frame, children }: SentChangesProviderProps) {
  const client = useClient();
  const store = useDraftStore();
  const [changes, setChanges] = useState<SentChanges>(NOTHING_SENT);
  const [now, setNow] = useState(() => Date.now());
  const current = useRef(changes);
  const askedAt = useRef(0);
  // Of another workplace the same waits: nothing is to be had from its frame.
  const first = useRef(frame);

  const set = useCallback((next: SentChanges) => {
    current.current = next;
    setChanges(next);
  }, []);

  /** What was written is there again; over something newer only when the officer asks for it. */
  const restore = useCallback(
    (requestKey: string, overNewer: boolean) => {
      const copy = store.read<{ name: string; value: object }>(copyOf(requestKey))?.value;
      store.discard(copyOf(requestKey));
      if (!copy || (!overNewer && store.read(copy.name))) return;
      store.save(copy.name, copy.value);
      tellRestored(copy.name);
    },
    [store],
  );

  /** What was not made after all waits again, for everybody if nobody has it open here. */
  const putBack = useCallback(
    ({ operation, reportId }: { operation: Operation; reportId: string }) => {
      if (!AT_THE_DESK.has(operation) || isOpen(reportId)) return;
      void client.mutation(ReleaseLeaseDocument, { input: { reportId } }).toPromise();
    },
    [client],
  );

  const ask = useCallback(
    async (requestPolicy: RequestPolicy = 'network-only') => {
      askedAt.current = Date.now();
      const { data } = await askPart(client, first.current, SentChangesDocument, {}, requestPolicy);
      if (!data) return;
      const before = current.current;
      const after = withFound(before, data.viewerPendingChanges, Date.now());
      const { made, refused } = endedBetween(before, after);
      set(after);
      for (const requestKey of made) store.discard(copyOf(requestKey));
      for (const requestKey of refused) restore(requestKey, false);
      for (const change of after.refused) if (refused.includes(change.requestKey)) putBack(change);
      if (made.length > 0 || refused.length > 0) refreshLists(client);
    },
    [client, set, store, restore, putBack],
  );

  useEffect(() => void ask('cache-first'), [ask]);

  const isIdle = changes.sent.length === 0;
  useEffect(() => {
    if (isIdle) return;
    const timer = setInterval(() => {
      const at = Date.now();
      setNow(at);
      set(withoutOld(current.current, at));
      if (isOverdue(current.current, at) && at - askedAt.current >= ASK_MS) void ask();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [isIdle, set, ask]);

  const keep = useCallback(
    ({ requestKey, reportId, operation, draft }: Kept) => {
      const at = Date.now();
      store.save(copyOf(requestKey), { name: draft.name, value: draft.value }, draft.name);
      setNow(at);
      set(
        withSent(current.current, {
          requestKey,
          reportId,
          number: null,
          operation,
          isProposal: draft.isProposal ?? false,
          until: at + UNDO_SECONDS * 1_000,
          phase: 'WAITING',
        }),
      );
      // Its number, as people know the report.
      void ask();
    },
    [store, set, ask],
  );

  const undo = useCallback(
    async ({ requestKey, reportId }: { requestKey: string; reportId: string }) => {
      const { data } = await client
        .mutation(UndoChangeDocument, { input: { reportId, requestKey } })
        .toPromise();
      if (data?.result.__typename !== 'ChangeUndone') return void ask();
      const undone = current.current.sent.find((change) => change.requestKey === requestKey);
      if (undone) putBack(undone);
      set(withPhase(current.current, requestKey, 'UNDONE', Date.now()));
      restore(requestKey, true);
    },
    [client, set, restore, ask, putBack],
  );

  const last = changes.sent.findLast((one) => one.phase === 'WAITING' && secondsLeft(one, now) > 0);
  useShortcuts({ z: last ? () => void undo(last) : undefined });

  const waitingIds = changes.sent
    .filter(({ phase }) => phase === 'WAITING')
    .map(({ reportId }) => reportId)
    .join(' ');
  const state = useMemo(
    () => ({ keep, waiting: new Set(waitingIds === '' ? [] : waitingIds.split(' ')) }),
    [keep, waitingIds],
  );

  const countdown = useMemo(() => ({ sent: changes.sent, now }), [changes.sent, now]);

  return (
    <SentChangesContext.Provider value={state}>
      <RefusedChanges refused={changes.refused} onLetGo={(change) => void undo(change)} />
      <CountdownContext.Provider value={countdown}>{children}</CountdownContext.Provider>
      <SentBar sent={changes.sent} now={now} onUndo={(change) => void undo(change)} />
    </SentChangesContext.Provider>
  );
}
