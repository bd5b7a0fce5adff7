import { BASIC, EXTENDED } from './segments.ts';

const ESCAPE = 0x1b;
/** By their place in `EXTENDED` (3GPP TS 23.038, 6.2.1.1). */
const AFTER_ESCAPE = [0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65];

const CODES = new Map<string, readonly number[]>();
const CHARACTERS = new Map<number, string>();
[...BASIC].forEach((character, index) => {
  // The escape stands in the table, but not among the characters.
  const code = index < ESCAPE ? index : index + 1;
  CODES.set(character, [code]);
  CHARACTERS.set(code, character);
});
const EXTENSIONS = new Map<number, string>();
[...EXTENDED].forEach((character, index) => {
  const code = AFTER_ESCAPE[index]!;
  CODES.set(character, [ESCAPE, code]);
  EXTENSIONS.set(code, character);
});

/** A text in the plain alphabet, one octet for each septet, as SMPP carries it. */
export const toSeptets = (text: string): Buffer =>
  Buffer.from([...text].flatMap((character) => CODES.get(character) ?? CODES.get('?')!));

/** The text of such octets; what no table has is a question mark. */
export function fromSeptets(octets: Uint8Array): string {
  let text = '';
  for (let index = 0; index < octets.length; index++) {
    const code = octets[index]!;
    if (code !== ESCAPE) text += CHARACTERS.get(code) ?? '?';
    else {
      index += 1;
      const next = octets[index];
      // An extension that we do not know is shown as the basic character (3GPP TS 23.038, 6.2.1.1).
      if (next !== undefined) text += EXTENSIONS.get(next) ?? CHARACTERS.get(next) ?? '?';
    }
  }
  return text;
}
