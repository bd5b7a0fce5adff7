import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
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

/** Drafts of whoever is signed in, on this device. */
export function useDraftStore(): DraftStore {
  const { officer } = useSession();
  return useMemo(() => createDraftStore(localStorage, officer.id, () => new Date()), [officer.id]);
}

/** Form state that outlives the page. `name` says what it is a draft of; give the component a `key` when it changes. */
export function useDraft<Value extends object>(name: string, empty: Value): DraftState<Value> {
  const store = useDraftStore();
  const [start] = useState(() => store.read<Partial<Value>>(name));
  const [value, setValue] = useState<Value>({ ...empty, ...start?.value });
  const [savedAt, setSavedAt] = useState<string | null>(start?.savedAt ?? null);
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef(value);
  /** Typed, and not yet said to be on the device. */
  const pending = useRef<Value | null>(null);
  const timer = useRef(0);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (!pending.current) return;
    const saved = store.save(name, pending.current);
    pending.current = null;
    setSavedAt(saved);
    setUnsaved(saved === null);
  }, [store, name]);

  useEffect(() => {
    store.sweep();
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [store, save]);

  useEffect(
    () =>
      onRestored((restored) => {
        const kept = restored === name ? store.read<Partial<Value>>(name) : null;
        if (!kept) return;
        clearTimeout(timer.current);
        pending.current = null;
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
      pending.current = latest.current;
      setValue(latest.current);
      // At once: a page that is drawn anew begins with what is there, before this one could tidy up behind itself.
      store.save(name, latest.current);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(save, PAUSE_MS);
    },
    [store, name, save],
  );

  const clear = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = null;
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
