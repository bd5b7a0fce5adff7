import { KEY_SET_PATH, receiptKeySet, type ReceiptKeySet } from '@lapor/receipt';
import { readStored, writeStored } from '../../app/stored.ts';

/** The published keys, and when this device got them. */
export interface KnownKeys {
  keySet: ReceiptKeySet;
  /** ISO instant; `null`: just now. */
  keptSince: string | null;
}

const place = 'receipt-keys';

/** Asks for the keys; without a network those that were kept here count. `null` when there are none. */
export async function readKeys(now = new Date()): Promise<KnownKeys | null> {
  try {
    // Not from the browser's own cache: a key may have been withdrawn a minute ago.
    const response = await fetch(KEY_SET_PATH, {
      headers: { accept: 'application/json' },
      cache: 'no-cache',
    });
    const keySet = receiptKeySet.parse(await response.json());
    // The worker answers with what it kept, and says since when.
    const keptSince = response.headers.get('x-kept-since');
    if (keptSince === null) writeStored(place, JSON.stringify({ keySet, keptSince: now.toISOString() }));
    return { keySet, keptSince };
  } catch {
    return keptKeys();
  }
}

function keptKeys(): KnownKeys | null {
  try {
    const kept = JSON.parse(readStored(place) ?? 'null') as { keySet: unknown; keptSince: unknown } | null;
    const keySet = receiptKeySet.safeParse(kept?.keySet);
    return keySet.success ? { keySet: keySet.data, keptSince: String(kept?.keptSince) } : null;
  } catch {
    return null;
  }
}
