/** What is written on this device. */
export interface OwnDraft {
  text: string;
  /** ISO instant; null: nothing was kept here. */
  savedAt: string | null;
}

/** What the platform keeps of the same officer, perhaps from another device. */
export interface KeptDraft {
  text: string;
  savedAt: string;
}

/**
 * What becomes of the draft that the platform keeps when the page opens. It is taken where nothing is written; where both differ
 * and the kept one is newer, the officer says which. Nothing that was typed is lost without a word.
 */
export function choiceOf(own: OwnDraft, kept: KeptDraft | null): 'NONE' | 'TAKE' | 'ASK' {
  const words = kept?.text.trim() ?? '';
  if (!kept || words === '') return 'NONE';
  const here = own.text.trim();
  if (here === '') return 'TAKE';
  if (here === words) return 'NONE';
  return own.savedAt !== null && Date.parse(kept.savedAt) <= Date.parse(own.savedAt) ? 'NONE' : 'ASK';
}
