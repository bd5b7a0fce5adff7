/** The standard fonts know Latin letters alone; marks that people type as pairs have a plain form. */
const plain = (text: string): string =>
  text.normalize('NFC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');

const UNPRINTABLE = /[^\u0020-\u007E\u00A0-\u00FF]/g;

/** As it can be printed: anything that the fonts do not know would be rubbish. */
export const latin = (text: string): string => plain(text).replace(UNPRINTABLE, '?');

/** Characters of a text that would be printed as a question mark, once each. */
export const unprintableIn = (text: string): string[] => [...new Set(plain(text).match(UNPRINTABLE))];
