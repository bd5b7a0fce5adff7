import { createStore, del, get, set, values } from 'idb-keyval';

/** A table on this device. It may be closed to us (private windows) or full; then nothing is thrown, and the answer says so. */
export interface DeviceTable<Value> {
  read: (key: string) => Promise<Value | null>;
  /** Answers whether it was kept. */
  keep: (key: string, value: Value) => Promise<boolean>;
  drop: (key: string) => Promise<void>;
  readAll: () => Promise<Value[]>;
}

export function deviceTable<Value>(database: string, name: string): DeviceTable<Value> {
  const table = createStore(database, name);
  return {
    read: (key) => attempt(async () => (await get<Value>(key, table)) ?? null, null),
    keep: (key, value) => attempt(async () => (await set(key, value, table), true), false),
    drop: (key) => attempt(() => del(key, table), undefined),
    readAll: () => attempt(() => values<Value>(table), []),
  };
}

async function attempt<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
