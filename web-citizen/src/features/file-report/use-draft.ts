import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { emptyDraft, hasContent, type Draft } from './draft.ts';
import { openDraft, saveDraft, watchOpenDraft } from './draft-store.ts';

type Patch = Partial<Draft> | ((draft: Draft) => Partial<Draft>);

export interface DraftHandle {
  draft: Draft;
  /** The newest draft, for work that outlives a render. */
  current: () => Draft;
  /** What the reporter changes: kept at once, and no longer waiting to be sent. A function sees the newest draft. */
  change: (patch: Patch) => void;
  /** What is noted of the draft while it is being sent. */
  note: (patch: Patch) => void;
  /** When it was last kept on this device; null: not yet, or the device refuses. */
  savedAt: Date | null;
  /** The device keeps nothing: full, or closed to us. */
  isUnkept: boolean;
  /** Shows the draft that is open in this tab now, or a new one. */
  reopen: () => void;
  /** Set while it is being sent: another tab that has sent it takes it off the device, and this one still needs its key. */
  isSending: RefObject<boolean>;
}

const openedOrNew = (): Draft => openDraft() ?? emptyDraft(crypto.randomUUID(), new Date());

export function useDraft(): DraftHandle {
  const [draft, setDraft] = useState(openedOrNew);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [isUnkept, setUnkept] = useState(false);
  const newest = useRef(draft);
  const isSending = useRef(false);

  const current = useCallback(() => newest.current, []);

  const note = useCallback((patch: Patch) => {
    const now = new Date();
    const fields = typeof patch === 'function' ? patch(newest.current) : patch;
    newest.current = { ...newest.current, ...fields, changedAt: now.toISOString() };
    setDraft(newest.current);
    const { atOnce, kept } = saveDraft(newest.current);
    // Of an untouched form nothing is kept, and nothing is said.
    const isWorthKeeping = hasContent(newest.current);
    if (atOnce) setSavedAt(isWorthKeeping ? now : null);
    void kept.then((isKept) => {
      setSavedAt(isKept && isWorthKeeping ? now : null);
      setUnkept(!isKept);
    });
  }, []);

  const change = useCallback(
    (patch: Patch) => {
      const fields = typeof patch === 'function' ? patch(newest.current) : patch;
      note({ ...fields, queuedAt: null, wasReturned: false });
    },
    [note],
  );

  const reopen = useCallback(() => {
    newest.current = openedOrNew();
    setDraft(newest.current);
    setSavedAt(null);
    setUnkept(false);
  }, []);

  // The same draft may be written in another tab: the newer words count in both.
  useEffect(
    () =>
      watchOpenDraft((written) => {
        if (!written) return isSending.current ? undefined : reopen();
        newest.current = written;
        setDraft(written);
        setSavedAt(new Date(written.changedAt));
      }),
    [reopen],
  );

  return { draft, current, change, note, savedAt, isUnkept, reopen, isSending };
}
