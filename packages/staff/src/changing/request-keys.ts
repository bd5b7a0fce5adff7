/** Keys that make a repeated request harmless: the same content keeps its key until it was done. */
export function createRequestKeys(newKey: () => string): {
  keyFor: (input: object) => string;
  /** It was done: the same content would now be another request. */
  forget: () => void;
} {
  let last: { text: string; key: string } | null = null;
  return {
    keyFor(input) {
      const text = JSON.stringify(input);
      if (last?.text !== text) last = { text, key: newKey() };
      return last.key;
    },
    forget() {
      last = null;
    },
  };
}
