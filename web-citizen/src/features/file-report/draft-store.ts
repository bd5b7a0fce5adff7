import { readStored, writeStored } from '../../app/stored.ts';
import { emptyDraft, hasContent, type Draft } from './draft.ts';

const key = 'draft';

/** The draft on this device, or null. A draft of an older shape is completed with empty fields, never thrown away. */
export function loadDraft(): Draft | null {
  const stored = readStored(key);
  if (!stored) return null;
  try {
    const kept = JSON.parse(stored) as Partial<Draft>;
    if (typeof kept.submissionKey !== 'string') return null;
    return { ...emptyDraft(kept.submissionKey, new Date(0)), ...kept };
  } catch {
    return null;
  }
}

/** Written at once on every change, so that a phone that dies loses nothing. Answers whether it was kept. */
export const saveDraft = (draft: Draft): boolean =>
  writeStored(key, hasContent(draft) ? JSON.stringify(draft) : null);

export const removeDraft = (): void => void writeStored(key, null);
