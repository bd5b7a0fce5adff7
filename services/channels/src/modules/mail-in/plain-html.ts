/** So much of HTML that is too long or too deep for the library is looked at. */
const LONGEST = 200_000;
const HIDDEN = ['head', 'style', 'script', 'title'] as const;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of HTML without its tags, in one pass: for what is too long, or nests too deep, to be taken apart. */
export function plainHtml(html: string): string {
  return withoutHidden(html.slice(0, LONGEST))
    .replace(/<(?:br|\/?(?:p|div|li|tr|h[1-6]|table|blockquote))\b[^<>]*>/giu, '\n')
    .replace(/<[^<>]*>|<[!/?a-z][^<>]*$/giu, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#\d{1,6});/gu, (whole, name: string) =>
      name.startsWith('#') ? characterOf(Number(name.slice(1)), whole) : ENTITIES[name]!,
    );
}

const characterOf = (code: number, whole: string): string =>
  code > 0x1f && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
    ? String.fromCodePoint(code)
    : whole;

/** What no reader sees; where it does not end, nothing follows. */
function withoutHidden(html: string): string {
  return HIDDEN.reduce(
    (left, name) => left.replace(new RegExp(`<${name}(?=[\\s>/])[^]*?(?=</${name}[\\s>]|$)`, 'giu'), ''),
    html,
  );
}
