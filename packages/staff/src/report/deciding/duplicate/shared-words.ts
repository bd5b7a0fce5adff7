/** Shorter words say little, and so do these. */
const SHORTEST = 4;
const IDLE = new Set(
  'yang dari untuk dengan pada saya kami kita anda tidak belum sudah telah akan juga agar karena adalah atau oleh dalam bisa dapat mohon tolong terima kasih selamat pagi siang sore malam bapak pihak sekali sangat sampai sejak hingga masih lagi saja mereka tersebut'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\d]+/gu;

const tellingWords = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(WORD)]
      .map(([word]) => word.toLowerCase())
      .filter((word) => word.length >= SHORTEST && !IDLE.has(word)),
  );

/** Words that say something and stand in both texts. */
export function sharedWords(one: string, other: string): ReadonlySet<string> {
  const words = tellingWords(other);
  return new Set([...tellingWords(one)].filter((word) => words.has(word)));
}

/** The text cut where a shared word begins and ends. */
export function markedPieces(
  text: string,
  shared: ReadonlySet<string>,
): { text: string; isShared: boolean }[] {
  const pieces: { text: string; isShared: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    if (!shared.has(match[0].toLowerCase())) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), isShared: false });
    pieces.push({ text: match[0], isShared: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isShared: false });
  return pieces;
}
