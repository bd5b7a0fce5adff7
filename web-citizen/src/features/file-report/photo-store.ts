import { clear, createStore, del, get, set } from 'idb-keyval';

// Pictures of the draft, in IndexedDB. Where that is closed to us they last as long as the page.
const store = () => createStore('lapor-draft', 'photos');
const held = new Map<string, Blob>();

export async function keepPhoto(key: string, blob: Blob): Promise<void> {
  held.set(key, blob);
  await set(key, blob, store()).catch(() => undefined);
}

export async function readPhoto(key: string): Promise<Blob | null> {
  return held.get(key) ?? (await get<Blob>(key, store()).catch(() => undefined)) ?? null;
}

export async function dropPhoto(key: string): Promise<void> {
  held.delete(key);
  await del(key, store()).catch(() => undefined);
}

export async function dropAllPhotos(): Promise<void> {
  held.clear();
  await clear(store()).catch(() => undefined);
}
