/** Parts of the room, as the address names them; the first one is meant where none stands. */
export const TABS = [
  'ringkasan',
  'tren',
  'wilayah',
  'kategori',
  'lonjakan',
  'peringkat',
  'umur',
  'penolakan',
  'kepuasan',
  'adopsi',
  'rahasia',
] as const;
export type Tab = (typeof TABS)[number];

/** Address of a part; days, comparison and place go along. */
export function tabAddress(tab: Tab, query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ['periode', 'dari', 'sampai', 'banding', 'wilayah', 'instansi'])
    if (query.get(name)) kept.set(name, query.get(name)!);
  const text = kept.toString();
  return `/situasi${tab === TABS[0] ? '' : `/${tab}`}${text && `?${text}`}`;
}
