import { useCallback, useRef, useState } from 'react';
import { emptyDraft, type Draft } from './draft.ts';
import { loadDraft, removeDraft, saveDraft } from './draft-store.ts';
import { dropAllPhotos } from './photo-store.ts';

export interface DraftHandle {
  draft: Draft;
  /** The newest draft, for work that outlives a render. */
  current: () => Draft;
  /** Changes fields and keeps the draft at once; a function sees the newest draft. */
  change: (patch: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;
  /** When it was last kept on this device; null: not yet, or the device refuses. */
  savedAt: Date | null;
  discard: () => void;
}

export function useDraft(): DraftHandle {
  const [draft, setDraft] = useState(() => loadDraft() ?? emptyDraft(crypto.randomUUID(), new Date()));
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const newest = useRef(draft);

  const current = useCallback(() => newest.current, []);

  const change = useCallback<DraftHandle['change']>((patch) => {
    const now = new Date();
    const fields = typeof patch === 'function' ? patch(newest.current) : patch;
    newest.current = { ...newest.current, ...fields, changedAt: now.toISOString() };
    setSavedAt(saveDraft(newest.current) ? now : null);
    setDraft(newest.current);
  }, []);

  const discard = useCallback(() => {
    removeDraft();
    void dropAllPhotos();
    newest.current = emptyDraft(crypto.randomUUID(), new Date());
    setDraft(newest.current);
    setSavedAt(null);
  }, []);

  return { draft, current, change, savedAt, discard };
}
