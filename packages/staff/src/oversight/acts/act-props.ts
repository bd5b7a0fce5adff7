import type { ResultOf } from '../../graphql.ts';
import type { CaseFields, LetterFields } from '../oversight.graphql.ts';

export type Case = ResultOf<typeof CaseFields>;
export type Letter = ResultOf<typeof LetterFields>;

interface ActProps {
  onClose: () => void;
  onDone: () => void;
}

/** Of a dialog that does something with a case. */
export interface CaseActProps extends ActProps {
  kase: Case;
}

/** Of a dialog that does something with a letter. */
export interface LetterActProps extends ActProps {
  letter: Letter;
}

/** The fault of words that say too little. */
export const tooShort = (words: string, least: number) =>
  words.trim().length < least ? 'TOO_SHORT' : undefined;
