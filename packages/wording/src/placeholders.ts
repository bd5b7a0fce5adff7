/** What a template of an answer may leave open, as officers write it in braces; the platform fills it in from the report. */
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

const IN_BRACES = /\{([^{}\n]*)\}/g;

export const isPlaceholder = (name: string): name is Placeholder =>
  (PLACEHOLDERS as readonly string[]).includes(name);

/** The words in braces, each once, in the order of the text. */
export const namesInBraces = (text: string): string[] => [
  ...new Set([...text.matchAll(IN_BRACES)].map(([, name = '']) => name.trim())),
];

/** Words in braces that mean nothing. */
export const unknownPlaceholders = (text: string): string[] =>
  namesInBraces(text).filter((name) => !isPlaceholder(name));

/** Fills a template in. What has no value stays as it is written, and is named. */
export function fillPlaceholders(
  text: string,
  values: Readonly<Record<Placeholder, string | null>>,
): { text: string; missing: Placeholder[] } {
  const missing = new Set<Placeholder>();
  const filled = text.replace(IN_BRACES, (whole, inner: string) => {
    const name = inner.trim();
    if (!isPlaceholder(name)) return whole;
    const value = values[name];
    if (value) return value;
    if (value === null) missing.add(name);
    return whole;
  });
  return { text: filled, missing: [...missing] };
}
