/** What a template may leave open, as officers write it; the server fills it in from the report. */
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

const ANY = /\{([^{}\n]*)\}/g;

/** Words in braces that mean nothing, each once, in the order of the text. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(ANY)]
      .map(([, name]) => name!.trim())
      .filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name)),
  ),
];

/** Fills a template in. What has no value stays as it is written, and is named. */
export function fillIn(
  text: string,
  values: Readonly<Record<Placeholder, string | null>>,
): { text: string; missing: Placeholder[] } {
  const missing = new Set<Placeholder>();
  const filled = text.replace(ANY, (whole, name: string) => {
    const placeholder = name.trim() as Placeholder;
    const value = values[placeholder];
    if (value) return value;
    if (value === null) missing.add(placeholder);
    return whole;
  });
  return { text: filled, missing: [...missing] };
}
