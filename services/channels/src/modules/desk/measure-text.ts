import { inPlainAlphabet, segmentsOf } from '../segments/index.ts';

/** How long a text is, as people and as telephones count. */
export interface Measure {
  characters: number;
  alphabet: 'GSM_7' | 'UCS_2';
  /** Short messages that it is split into, each of which costs. */
  segments: number;
  /** What makes it cost more: characters outside the alphabet of short messages, each once. */
  unusual: string[];
  /** The same within that alphabet; `null`: it is. */
  plain: string | null;
}

/** Measures what would leave by phone. */
export function measureText(text: string): Measure {
  const { alphabet, count } = segmentsOf(text);
  const unusual = [...new Set(text)].filter((character) => segmentsOf(character).alphabet === 'UCS_2');
  return {
    characters: [...text].length,
    alphabet,
    segments: count,
    unusual: unusual.slice(0, 20),
    plain: unusual.length > 0 ? inPlainAlphabet(text) : null,
  };
}
