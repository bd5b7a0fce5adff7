/** What a handset may show without sixteen bits a character (3GPP TS 23.038, 6.2.1). */
export const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each of them costs two. */
export const EXTENDED = '\f^{}\\[~]|€';

/** Signs that people and keyboards put in, and what says the same within the alphabet. */
const PLAIN: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '•': '-',
  '…': '...',
  '\u00a0': ' ',
  '\t': ' ',
};

const SINGLE = 160;
const JOINED = 153;
const SINGLE_UNICODE = 70;
const JOINED_UNICODE = 67;

/** How a text travels. */
export interface Segments {
  alphabet: 'GSM_7' | 'UCS_2';
  /** In septets or UTF-16 units, as the alphabet counts them. */
  length: number;
  /** Messages that it is split into, each of which costs; none for an empty text. */
  count: number;
}

/** Counts what a text costs (3GPP TS 23.040, 9.2.3.24.1: a part of several loses seven septets; a pair is never split). */
export function segmentsOf(text: string): Segments {
  const septets = septetsOf(text);
  const { alphabet, parts } = partsOf(text);
  return { alphabet, length: septets ?? text.length, count: parts.length };
}

/** A text as it is split into messages; none for an empty one. */
export function partsOf(text: string): { alphabet: Segments['alphabet']; parts: string[] } {
  const septets = septetsOf(text);
  const alphabet = septets === null ? 'UCS_2' : 'GSM_7';
  const [single, joined] = septets === null ? [SINGLE_UNICODE, JOINED_UNICODE] : [SINGLE, JOINED];
  const widthOf = (character: string) =>
    septets === null ? character.length : EXTENDED.includes(character) ? 2 : 1;
  if ((septets ?? text.length) <= single) return { alphabet, parts: text === '' ? [] : [text] };
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const character of text) {
    if (width + widthOf(character) > joined) {
      parts.push(part);
      [part, width] = ['', 0];
    }
    part += character;
    width += widthOf(character);
  }
  return { alphabet, parts: [...parts, part] };
}

function septetsOf(text: string): number | null {
  let septets = 0;
  for (const character of text) {
    if (BASIC.includes(character)) septets += 1;
    else if (EXTENDED.includes(character)) septets += 2;
    else return null;
  }
  return septets;
}

/** The same words within the alphabet of short messages: accents go, signs become plain ones, what has no likeness a question mark. */
export function inPlainAlphabet(text: string): string {
  return [...text.normalize('NFC')].map(plainCharacter).join('');
}

function plainCharacter(character: string): string {
  if (BASIC.includes(character) || EXTENDED.includes(character)) return character;
  const known = PLAIN[character];
  if (known !== undefined) return known;
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
  const isPlain = bare !== '' && [...bare].every((one) => BASIC.includes(one));
  return isPlain ? bare : /\p{Cf}|\p{M}|\p{Cc}/u.test(character) ? '' : '?';
}

/**
 * A text in the plain alphabet, cut at a word where it would need more messages than `most`, with "..." for the rest; `tail` comes
 * behind it whole.
 */
export function fitInto(text: string, most: number, tail = ''): string {
  const plain = inPlainAlphabet(text);
  const end = inPlainAlphabet(tail);
  if (segmentsOf(plain + end).count <= most) return plain + end;
  const room = (most === 1 ? SINGLE : most * JOINED) - 3 - (septetsOf(end) ?? 0);
  return `${cutAtWord(plain, room)}...${end}`;
}

function cutAtWord(plain: string, room: number): string {
  let septets = 0;
  let end = 0;
  for (const character of plain) {
    septets += EXTENDED.includes(character) ? 2 : 1;
    if (septets > room) break;
    end += character.length;
  }
  const cut = plain.slice(0, end);
  const atWord = cut.replace(/\s+\S*$/u, '');
  // A last word longer than a line is cut within.
  return (atWord.length > cut.length - 30 ? atWord : cut).trimEnd();
}
