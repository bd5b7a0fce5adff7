import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { inspectDocument, type Inspection } from './inspect-document.ts';
import type { ListSizes } from './list-sizes.ts';

/** SHA-256 of a document's text, hexadecimal: the name of a persisted document. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface Guard {
  /** The verdict on a text; remembered by its hash. */
  inspect(text: string): Inspection;
}

/** A guard that remembers its latest verdicts (not the texts), so that a repeated document costs one hash. */
export function createGuard(remembered = 2_000, listSizes?: ListSizes): Guard {
  const verdicts = new LRUCache<string, Inspection>({ max: remembered });
  return {
    inspect(text) {
      const hash = hashOf(text);
      const known = verdicts.get(hash);
      if (known) return known;
      const verdict = inspectDocument(text, listSizes);
      verdicts.set(hash, verdict);
      return verdict;
    },
  };
}
