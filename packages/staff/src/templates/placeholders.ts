/** What a template may leave open; the platform fills it in from the report. */
export const PLACEHOLDERS = [
  'nomor',
  'judul',
  'kategori',
  'unit',
  'instansi',
  'tenggat',
  'nama_pelapor_publik',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const KNOWN: ReadonlySet<string> = new Set(PLACEHOLDERS);
const ANY = /\{([^{}\n]*)\}/g;

const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(ANY)].map(([, name = '']) => name.trim())),
];

/** Words in braces that mean nothing, each once. */
export const unknownIn = (text: string): string[] => namesIn(text).filter((name) => !KNOWN.has(name));

/** Placeholders that an answer still bears: nobody shall read them. */
export const leftIn = (text: string): string[] =>
  namesIn(text)
    .filter((name) => KNOWN.has(name))
    .map((name) => `{${name}}`);

/** The text with a placeholder where the caret stands, in the place of what is selected. */
export function withPlaceholder(
  text: string,
  { from, to }: { from: number; to: number },
  name: Placeholder,
): { text: string; caret: number } {
  const word = `{${name}}`;
  return { text: text.slice(0, from) + word + text.slice(to), caret: from + word.length };
}

/** Whether a template is found by the words that were typed: each of them in its title or text. */
export const isFoundBy = ({ title, text }: { title: string; text: string }, search: string): boolean =>
  search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${title} ${text}`.toLowerCase().includes(word));
