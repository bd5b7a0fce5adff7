/** A piece of a text, and what became of it. */
export interface Piece {
  kind: 'SAME' | 'GONE' | 'NEW';
  text: string;
}

/** Longer ones are shown whole, one after the other. */
const MOST_WORDS = 2_000;

/** What changed between two texts, word by word: the longest common row of words stays. */
export function changedWords(before: string, after: string): Piece[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  if (one.length > MOST_WORDS || other.length > MOST_WORDS)
    return join([
      { kind: 'GONE', text: before },
      { kind: 'NEW', text: after },
    ]);
  const width = other.length + 1;
  // How long the common row of what follows is.
  const common = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      common[i * width + j] =
        one[i] === other[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length)
    if (i < one.length && j < other.length && one[i] === other[j]) {
      pieces.push({ kind: 'SAME', text: one[i++]! });
      j++;
    } else if (
      j >= other.length ||
      (i < one.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    )
      pieces.push({ kind: 'GONE', text: one[i++]! });
    else pieces.push({ kind: 'NEW', text: other[j++]! });
  return join(pieces);
}

const wordsOf = (text: string): string[] => text.split(/(\s+)/u).filter((word) => word !== '');

/** Neighbours of one kind are one piece. */
const join = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((joined, { kind, text }) => {
    const last = joined.at(-1);
    if (text === '') return joined;
    if (last?.kind === kind) last.text += text;
    else joined.push({ kind, text });
    return joined;
  }, []);
