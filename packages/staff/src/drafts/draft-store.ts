/**
 * What an officer typed and has not sent, kept on the device under the account, so that neither a closed tab nor an
 * ended session loses it, and no colleague at the same machine sees it.
 */
export interface Draft<Value> {
  value: Value;
  /** ISO instant. */
  savedAt: string;
}

export interface DraftStore {
  read: <Value>(name: string) => Draft<Value> | null;
  /** Returns when it was saved, or null when the device refuses. */
  save: <Value>(name: string, value: Value) => string | null;
  discard: (name: string) => void;
  /** Removes what was left lying for too long. */
  sweep: () => void;
}

const DAYS_KEPT = 30;

export function createDraftStore(storage: Storage, accountId: string, now: () => Date): DraftStore {
  const prefix = `draft:${accountId}:`;
  const keyOf = (name: string) => prefix + name;

  function parse<Value>(text: string | null): Draft<Value> | null {
    if (!text) return null;
    try {
      const draft = JSON.parse(text) as Partial<Draft<Value>>;
      return draft.savedAt && 'value' in draft ? (draft as Draft<Value>) : null;
    } catch {
      return null;
    }
  }

  return {
    read: (name) => parse(storage.getItem(keyOf(name))),
    save(name, value) {
      const savedAt = now().toISOString();
      try {
        storage.setItem(keyOf(name), JSON.stringify({ value, savedAt }));
        return savedAt;
      } catch {
        return null;
      }
    },
    discard: (name) => storage.removeItem(keyOf(name)),
    sweep() {
      const oldest = now().getTime() - DAYS_KEPT * 86_400_000;
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      for (const key of keys) {
        if (!key?.startsWith('draft:')) continue;
        const draft = parse(storage.getItem(key));
        if (!draft || Date.parse(draft.savedAt) < oldest) storage.removeItem(key);
      }
    },
  };
}
