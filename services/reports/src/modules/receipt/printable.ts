/** As the standard fonts can print it: they know Latin letters alone, and marks that people type as pairs have a plain form. */
export const latin = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[^\n\u0020-\u007E\u00A0-\u00FF]/g, '?');
