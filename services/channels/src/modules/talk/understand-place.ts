/** A region as the graph finds it. */
export interface FoundRegion {
  code: string;
  name: string;
  /** With everything above it: "Kuranji, Kota Padang, Sumatera Barat". */
  fullName: string;
  level: 'PROVINCE' | 'REGENCY' | 'CITY' | 'DISTRICT';
}

/** What words say of a place. */
export type Place =
  | { kind: 'ONE'; region: FoundRegion }
  /** Several bear this name; so many fit into a message. */
  | { kind: 'SOME'; regions: FoundRegion[] }
  | { kind: 'NONE' };

/** Best matches first; every word has to fit. */
export type SearchRegions = (words: string) => Promise<readonly FoundRegion[]>;

export const MOST_CHOICES = 4;
const MOST_SEARCHES = 8;
const MOST_WORDS = 5;
/** Whoever writes more than this writes of something else, too. */
const LONGEST_READ = 1_000;

/** Say of what kind a place is, and are no part of its name. */
const KINDS: Readonly<Record<string, FoundRegion['level'] | null>> = {
  kota: 'CITY',
  kotamadya: 'CITY',
  kab: 'REGENCY',
  kabupaten: 'REGENCY',
  kec: 'DISTRICT',
  kecamatan: 'DISTRICT',
  prov: 'PROVINCE',
  propinsi: 'PROVINCE',
  provinsi: 'PROVINCE',
};

/** Around the name of a place, or of something smaller than what we know. */
const FILLERS: ReadonlySet<string> = new Set([
  'di',
  'ada',
  'daerah',
  'wilayah',
  'sekitar',
  'dekat',
  'depan',
  'belakang',
  'samping',
  'tepatnya',
  'jl',
  'jln',
  'jalan',
  'gang',
  'gg',
  'no',
  'nomor',
  'rt',
  'rw',
  'kel',
  'kelurahan',
  'desa',
  'ds',
  'pak',
  'bu',
  'min',
  'itu',
  'yang',
]);

/**
 * Understands a place in free words: "Kuranji Padang", "kec. Kuranji, Kota Padang", "di jl Sudirman depan pasar, bandung". The words are
 * tried as a whole, then in parts, since a search wants every word to fit; the end of what people write is the larger place.
 */
export async function understandPlace(text: string, search: SearchRegions): Promise<Place> {
  let some: Place = { kind: 'NONE' };
  for (const words of readings(text).slice(0, MOST_SEARCHES)) {
    const names = words.filter((word) => !(word in KINDS));
    const found = await search(names.join(' '));
    const place = decide(words, found);
    if (place.kind === 'ONE') return place;
    if (place.kind === 'SOME' && some.kind === 'NONE') some = place;
  }
  return some;
}

/** The ways to read it, the fullest first. */
export function readings(text: string): string[][] {
  const parts = text
    .slice(0, LONGEST_READ)
    .split(/[,;:/\n.()]+(?=\s|$)|[,;\n/()]/u)
    .map(wordsOf)
    .filter((words) => names(words).length > 0);
  const all = parts.flat();
  const ways: string[][] = [];
  const add = (words: string[]) => {
    const key = words.join(' ');
    if (names(words).length > 0 && !ways.some((way) => way.join(' ') === key)) ways.push(words);
  };
  if (names(all).length <= MOST_WORDS) add(all);
  if (parts.length > 1) add(parts.slice(-2).flat());
  for (const count of [4, 3, 2, 1]) add(lastNames(all, count));
  for (const part of parts.toReversed()) if (names(part).length <= MOST_WORDS) add(part);
  return ways;
}

const names = (words: readonly string[]) => words.filter((word) => !(word in KINDS));

/** The last words that are names, with what says of what kind they are. */
function lastNames(words: readonly string[], count: number): string[] {
  let from = words.length;
  let seen = 0;
  while (from > 0 && seen < count) {
    from -= 1;
    if (!(words[from]! in KINDS)) seen += 1;
  }
  while (from > 0 && words[from - 1]! in KINDS) from -= 1;
  return words.slice(from);
}

function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .match(/[a-z]+/g);
  return (words ?? []).filter((word) => !FILLERS.has(word));
}

/** Which of those that were found is meant. */
function decide(words: readonly string[], found: readonly FoundRegion[]): Place {
  if (found.length === 0) return { kind: 'NONE' };
  const typed = names(words);
  // "kota bandung": what stands right before the first name says of what kind the place is.
  const at = words.findIndex((word) => !(word in KINDS));
  const level = at > 0 ? KINDS[words[at - 1]!] : null;
  const ofKind = level ? found.filter((region) => region.level === level) : found;
  const named = (ofKind.length > 0 ? ofKind : found).filter((region) => begins(typed, ownName(region)));
  const candidates = named.length > 0 ? named : found.length <= MOST_CHOICES ? found : [];
  // Who writes "Padang" means the city, not a district of that name far away.
  const large = candidates.filter((region) => region.level !== 'DISTRICT');
  const meant = large.length > 0 ? large : candidates;
  if (meant.length === 0 || meant.length > MOST_CHOICES * 2) return { kind: 'NONE' };
  if (meant.length === 1) return { kind: 'ONE', region: meant[0]! };
  return { kind: 'SOME', regions: meant.slice(0, MOST_CHOICES) };
}

const ownName = ({ name }: FoundRegion) => names(wordsOf(name));

/** Whether what was typed begins with a name, as a name's whole words. */
const begins = (typed: readonly string[], name: readonly string[]) =>
  name.length > 0 && name.length <= typed.length && name.every((word, index) => typed[index] === word);
