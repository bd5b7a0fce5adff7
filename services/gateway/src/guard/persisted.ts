import { Kind, parse } from 'graphql';
import { hashOf } from './guard.ts';
import { inspectDocument, type Inspection } from './inspect-document.ts';
import type { ListSizes } from './list-sizes.ts';

/** A document the gateway knows by its hash. */
export interface KnownDocument {
  text: string;
  /** It takes a whole file, so its body may be larger. */
  takesFile?: boolean;
  inspection: Extract<Inspection, { verdict: 'admitted' }>;
}

/** Fields that take the text of a file in a variable. */
const FILE_FIELDS = new Set(['previewUnits', 'importUnits']);

/** Whether a document has operations with nothing but such a field each. */
function takesFile(text: string): boolean {
  const operations = parse(text, { noLocation: true }).definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return (
    operations.length === 1 &&
    operations.every(({ selectionSet: { selections } }) =>
      selections.every((field) => field.kind === Kind.FIELD && FILE_FIELDS.has(field.name.value)),
    )
  );
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
    const inspection = inspectDocument(text, listSizes, 'persistedSelections');
    if (inspection.verdict === 'admitted') known.set(hash, { text, inspection, takesFile: takesFile(text) });
    else if (inspection.verdict === 'unreadable') faults.push(`${hash}: ${inspection.message}`);
    else faults.push(`${hash}: more than ${inspection.refusal.maximum} ${inspection.refusal.limit}`);
  }
  if (faults.length)
    throw new Error(`Persisted documents at fault:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return known;
}
