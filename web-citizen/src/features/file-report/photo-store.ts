import { deviceTable } from './device-tables.ts';

// Pictures of drafts. Where the device does not take one it lasts as long as the page.
const table = deviceTable<Blob>('lapor-draft', 'photos');
const held = new Map<string, Blob>();

/** Answers whether the device keeps it; where it does not (full, closed to us), it is held for this page. */
export async function keepPhoto(key: string, blob: Blob): Promise<boolean> {
  held.set(key, blob);
  return table.keep(key, blob);
}

export const readPhoto = async (key: string): Promise<Blob | null> => held.get(key) ?? table.read(key);

export async function dropPhoto(key: string): Promise<void> {
  held.delete(key);
  await table.drop(key);
}
