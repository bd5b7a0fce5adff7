/** The list a report was opened from, so that its page can lead back and on to the next one. */
export interface Trail {
  /** Path of the list within the console, with its search. */
  href: string;
  label: string;
  /** Report numbers in the order of the list. */
  numbers: readonly string[];
}

const KEY = 'trail';

/** Kept for this tab; the list on the screen is the one to go back to. */
export function rememberTrail(trail: Trail): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(trail));
  } catch {
    // Then the page leads back to the beginning only.
  }
}

export function readTrail(): Trail | null {
  try {
    const text = sessionStorage.getItem(KEY);
    return text ? (JSON.parse(text) as Trail) : null;
  } catch {
    return null;
  }
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
