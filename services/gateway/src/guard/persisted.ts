import { hashOf } from './guard.ts';
import { inspectDocument, type Inspection } from './inspect-document.ts';
import type { ListSizes } from './list-sizes.ts';

/** A document the gateway knows by its hash. */
export interface KnownDocument {
  text: string;
  inspection: Extract<Inspection, { verdict: 'admitted' }>;
}

/**
 * Checks the persisted documents once, at the start, so that requests need not.
 * @param table SHA-256 (hexadecimal) → text.
 * @throws naming every document whose hash is wrong or that breaks a limit.
 */
export function loadPersistedDocuments(
  table: Readonly<Record<string, string>>,
  listSizes?: ListSizes,
): ReadonlyMap<string, KnownDocument> {
  const faults: string[] = [];
  const known = new Map<string, KnownDocument>();
  for (const [hash, text] of Object.entries(table)) {
    if (hashOf(text) !== hash) {
      faults.push(`${hash}: the text has another hash`);
      continue;
    }
    const inspection = inspectDocument(text, listSizes);
    if (inspection.verdict === 'admitted') known.set(hash, { text, inspection });
    else if (inspection.verdict === 'unreadable') faults.push(`${hash}: ${inspection.message}`);
    else faults.push(`${hash}: more than ${inspection.refusal.maximum} ${inspection.refusal.limit}`);
  }
  if (faults.length)
    throw new Error(`Persisted documents at fault:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return known;
}
