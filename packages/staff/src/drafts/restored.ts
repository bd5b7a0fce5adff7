const listeners = new Set<(name: string) => void>();

/** A draft is there again that had been sent: whoever shows it reads it anew. */
export function tellRestored(name: string): void {
  for (const listener of listeners) listener(name);
}

/** Hears of such drafts until the function it gives is called. */
export function onRestored(listener: (name: string) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
