/** The list a report was opened from, so that its page can lead back and on to the next one. */
export interface Trail {
  /** Path of the list within the console, with its search. */
  href: string;
  label: string;
  /** Report numbers in the order of the list. */
  numbers: readonly string[];
  /** Those that changed since: they may stand elsewhere in the list by now, or nowhere. */
  changed?: readonly string[];
}

const KEY = 'trail';

/** What somebody does to leave a list, before anything else hears of it. */
const LEAVING = ['click', 'auxclick', 'pagehide'] as const;

let latest: Trail | null = null;
let isHeard = false;

/**
 * Kept for this tab; the list on the screen is the one to go back to. It is written down when somebody is about to leave it: a list of
 * thousands that grows while it is scrolled would be written again with every page.
 */
export function rememberTrail(trail: Trail): void {
  latest = trail;
  if (isHeard) return;
  isHeard = true;
  for (const kind of LEAVING) window.addEventListener(kind, write, { capture: true, passive: true });
}

function write(): void {
  if (latest === null) return;
  const trail = latest;
  latest = null;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(trail));
  } catch {
    // Then the page leads back to the beginning only.
  }
}

export function readTrail(): Trail | null {
  write();
  try {
    const text = sessionStorage.getItem(KEY);
    return text ? (JSON.parse(text) as Trail) : null;
  } catch {
    return null;
  }
}

/** Something happened to a report after the list was read. */
export function markChanged(number: string): void {
  const trail = readTrail();
  if (!trail || trail.changed?.includes(number)) return;
  rememberTrail({ ...trail, changed: [...(trail.changed ?? []), number] });
}

export interface Place {
  /** From 1. */
  position: number;
  count: number;
  previous: string | null;
  next: string | null;
}

/** Where a report stands in the list; null when it is not in it. */
export function placeIn(numbers: readonly string[], number: string): Place | null {
  const index = numbers.indexOf(number);
  if (index < 0) return null;
  return {
    position: index + 1,
    count: numbers.length,
    previous: numbers[index - 1] ?? null,
    next: numbers[index + 1] ?? null,
  };
}
