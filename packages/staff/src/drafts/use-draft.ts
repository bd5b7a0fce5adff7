import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { createAccountDrafts, draftPlaces, type AccountDrafts } from './others-words.ts';
import { onRestored } from './restored.ts';

const PAUSE_MS = 400;

export interface DraftState<Value> {
  value: Value;
  change: (change: Partial<Value>) => void;
  /** ISO instant of the last save; null: nothing to save, or the device refuses. */
  savedAt: string | null;
  /** The device could not keep it. */
  unsaved: boolean;
  /** Back to the beginning, also on the device: after sending, or when thrown away. */
  clear: () => void;
}

/** Drafts of whoever is signed in, on this device or in this tab. */
export function useDraftStore(): AccountDrafts {
  const { officer } = useSession();
  return useMemo(() => createAccountDrafts(draftPlaces(), officer.id, () => new Date()), [officer.id]);
}

/** Form state that outlives the page. `name` says what it is a draft of; give the component a `key` when it changes. */
export function useDraft<Value extends object>(name: string, empty: Value): DraftState<Value> {
  const store = useDraftStore();
  const [start] = useState(() => store.read<Partial<Value>>(name));
  const [value, setValue] = useState<Value>({ ...empty, ...start?.value });
  const [savedAt, setSavedAt] = useState<string | null>(start?.savedAt ?? null);
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef(value);
  const timer = useRef(0);

  useEffect(() => {
    store.sweep();
    return () => clearTimeout(timer.current);
  }, [store]);

  useEffect(
    () =>
      onRestored((restored) => {
        const kept = restored === name ? store.read<Partial<Value>>(name) : null;
        if (!kept) return;
        clearTimeout(timer.current);
        latest.current = { ...empty, ...kept.value };
        setValue(latest.current);
        setSavedAt(kept.savedAt);
      }),
    // The empty value is the same for the life of the form.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [store, name],
  );

  const change = useCallback(
    (part: Partial<Value>) => {
      latest.current = { ...latest.current, ...part };
      setValue(latest.current);
      // At once, and not again: nothing comes back that was forgotten meanwhile. Said when the typing pauses.
      const saved = store.save(name, latest.current);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        setSavedAt(saved);
        setUnsaved(saved === null);
      }, PAUSE_MS);
    },
    [store, name],
  );

  const clear = useCallback(() => {
    clearTimeout(timer.current);
    store.discard(name);
    latest.current = empty;
    setValue(empty);
    setSavedAt(null);
    setUnsaved(false);
    // The empty value is the same for the life of the form.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store, name]);

  return { value, change, savedAt, unsaved, clear };
}
