export type PersonalDataKind = 'NIK' | 'PHONE' | 'EMAIL' | 'ACCOUNT' | 'PLATE' | 'NAME';

export interface Finding {
  kind: PersonalDataKind;
  /** Place in the text, `to` exclusive. */
  from: number;
  to: number;
}

/** What somebody is called by beside the name: "Pak Lurah Fulan". */
const OFFICES =
  'RT|RW|Lurah|Camat|Kades|Kepsek|Ketua|Wakil|Bupati|Walikota|Gubernur|Presiden|Menteri|Guru|Dosen|Dokter|Bidan|Perawat|Polisi|Hakim|Jaksa|Petugas|Pegawai|Direktur|Sekretaris|Bendahara|Satpam|Supir|Sopir|Bapak|Ibu|Pak|Bu|Haji|Hajah|H|Hj|Dr|Ir|Drs';
/** What follows these is no person: "Ibu Kota …", "Bapak Kepala Dinas …". */
const NO_PERSON =
  'Kepala|Wali|Dinas|Direksi|Desa|Dusun|Kota|Hamil|Rumah|Tangga|Negara|Pertiwi|Saya|Kami|Kita|Anda|Tolong|Mohon';
const NOT_A_NAME = new Set(
  'yang dan di ke dari untuk dengan ini itu saya kami tidak ada belum sudah telah adalah pada oleh mohon tolong karena agar ingin mau warga alamat nik no nomor tempat tanggal jalan jl'.split(
    ' ',
  ),
);
const WORD = String.raw`\p{L}[\p{L}’'.-]*`;
const CAPITAL = String.raw`\p{Lu}\p{Ll}[\p{L}’'-]*`;

/** After these words a name stands, however it is written. */
const NAMED = new RegExp(
  String.raw`(?<![\p{L}])(?:nama(?:\s+(?:saya|lengkap|pelapor|korban|anak(?:\s+saya)?|ibu(?:\s+saya)?|ayah(?:\s+saya)?|suami(?:\s+saya)?|istri(?:\s+saya)?))|atas\s+nama|bernama)\s*[:=]?\s+((?:${WORD})(?:\s+(?:${WORD})){0,3})`,
  'giu',
);
/** After these only what is written as one. */
const CALLED = new RegExp(
  String.raw`(?<![\p{L}])(?:[Nn]ama|[Bb]apak|[Bb]pk\.?|[Pp]ak|[Ii]bu|[Bb]u|[Ss]audar[ai]|[Ss]dr[i]?\.?|[Hh]j?\.)\s+(?:(?:${OFFICES})\.?\s+)*(?!(?:${OFFICES}|${NO_PERSON})(?![\p{L}]))(${CAPITAL}(?:\s+(?:bin|binti|${CAPITAL})){0,3})`,
  'gu',
);

// A NIK has 16 digits (so has a family card number); a mobile number starts with 08, 628 or +628 and may be spaced,
// dashed or dotted (domain.md, "Formats").
const patterns: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['NIK', /(?<!\d)(?:\d{16}|\d{4}(?:[ .-]\d{4}){3}|\d{6}[ .-]\d{6}[ .-]\d{4})(?!\d)/g],
  ['PHONE', /(?<![\d+])(?:\+?62[ .-]?|0)8(?:[ .-]?\d){7,11}(?!\d)/g],
  // A bank account is known by what stands before it, a vehicle by its letters around the number.
  [
    'ACCOUNT',
    /(?<=(?:rek(?:ening)?\.?|no\.?\s?rek\.?)(?:\s*(?:no(?:mor)?\.?|bank|bri|bca|bni|mandiri|bsi))*\s*[:=]?\s*)\d(?:[ .-]?\d){8,15}(?!\d)/giu,
  ],
  ['PLATE', /(?<![\p{L}\d])[A-Z]{1,2}\s?\d{1,4}\s?[A-Z]{2,3}(?![\p{L}\d])/gu],
  ['EMAIL', /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
];

/** A name as far as it goes: what follows a name in a sentence is none. */
function nameAt(text: string, match: RegExpExecArray, cut: boolean): { from: number; to: number } | null {
  const [whole, found = ''] = match;
  const words = found.split(/(\s+)/);
  const end = cut
    ? words.findIndex(
        (word, index) => index % 2 === 0 && NOT_A_NAME.has(word.toLowerCase().replace(/[.,]$/, '')),
      )
    : -1;
  const name = (end < 0 ? words : words.slice(0, end)).join('').replace(/[\s.,'’-]+$/, '');
  if (name.length < 2) return null;
  const from = match.index + whole.lastIndexOf(found);
  return { from, to: from + name.length };
}

type Place = Pick<Finding, 'from' | 'to'>;

/**
 * Looks on where a name ended, or what was found there before, not where the words after it did: among them may stand what announces
 * the next one.
 */
function* namesIn(text: string, pattern: RegExp, cut: boolean, found: (place: Place) => Place | undefined) {
  const looking = new RegExp(pattern);
  for (let match = looking.exec(text); match; match = looking.exec(text)) {
    const place = nameAt(text, match, cut);
    const before = place && found(place);
    const isWithin = place && before && before.from <= place.from;
    looking.lastIndex = isWithin
      ? before.to
      : (place?.to ?? match.index + match[0].length - (match[1] ?? '').length);
    if (place && !isWithin) yield place;
  }
}

/**
 * What points to a person, in the order of the text: numbers and addresses, number plates, and names that follow words such as "nama
 * saya" or "Pak". Other names cannot be found this way: the verifier reads on.
 */
export function findPersonalData(text: string): Finding[] {
  const findings: Finding[] = [];
  const overlapping = ({ from, to }: Place) => findings.find((other) => from < other.to && other.from < to);
  const add = (finding: Finding) => {
    if (!overlapping(finding)) findings.push(finding);
  };
  for (const [kind, pattern] of patterns)
    for (const match of text.matchAll(pattern))
      add({ kind, from: match.index, to: match.index + match[0].length });
  for (const [pattern, cut] of [
    [NAMED, true],
    [CALLED, false],
  ] as const)
    for (const place of namesIn(text, pattern, cut, overlapping)) {
      // What was taken along of a number or address behind the name is not of it.
      const to = Math.min(place.to, overlapping(place)?.from ?? place.to);
      const name = text.slice(place.from, to).trimEnd();
      if (name.length > 1) add({ kind: 'NAME', from: place.from, to: place.from + name.length });
    }
  return findings.sort((a, b) => a.from - b.from);
}

/** The text with each finding replaced by what `label` says for its kind. */
export function redact(
  text: string,
  findings: readonly Finding[],
  label: (kind: PersonalDataKind) => string,
): string {
  let redacted = '';
  let from = 0;
  for (const finding of findings) {
    redacted += text.slice(from, finding.from) + label(finding.kind);
    from = finding.to;
  }
  return redacted + text.slice(from);
}

/** The text cut into pieces, found ones and the rest, for showing. */
export function piecesOf(
  text: string,
  findings: readonly Finding[],
): { text: string; kind: PersonalDataKind | null }[] {
  const pieces: { text: string; kind: PersonalDataKind | null }[] = [];
  let from = 0;
  for (const finding of findings) {
    if (finding.from > from) pieces.push({ text: text.slice(from, finding.from), kind: null });
    pieces.push({ text: text.slice(finding.from, finding.to), kind: finding.kind });
    from = finding.to;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), kind: null });
  return pieces;
}
