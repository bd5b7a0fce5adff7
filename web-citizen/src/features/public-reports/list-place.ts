/** Where somebody was in a list before opening a report of it. */
export interface ListPlace {
  /** Address of the list with its filter. */
  address: string;
  /** Cursors of the pages that were loaded below the first. */
  cursors: readonly string[];
  /** Number of the report that was opened. */
  number: string;
}

const key = 'list-place';

/** Kept for this tab only. Without storage the list begins at its top. */
export function keepPlace(place: ListPlace): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // A full or forbidden storage costs the place, not the page.
  }
}

function read(): ListPlace | null {
  try {
    const place = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<ListPlace> | null;
    const isWhole =
      typeof place?.address === 'string' && typeof place.number === 'string' && Array.isArray(place.cursors);
    return isWhole ? (place as ListPlace) : null;
  } catch {
    return null;
  }
}

/** The place in this list, once: whoever comes later begins at the top. */
export function takePlace(address: string): ListPlace | null {
  const place = read();
  if (place?.address !== address) return null;
  sessionStorage.removeItem(key);
  return place;
}

/** The list from which a report was opened, if it was. */
export function listOf(number: string): string | null {
  const place = read();
  return place?.number === number ? place.address : null;
}
