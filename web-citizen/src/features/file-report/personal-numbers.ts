/** After these a name stands; after the last ones unless an office or a thing does. No look-behind: older phones cannot read it. */
const NAMED = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:[Bb]ernama|[Aa]tas [Nn]ama|[Nn]ama saya(?: adalah)?|(?:[Bb]apak|[Pp]ak|[Ii]bu|[Bb]u|[Ss]audar[ai])\s+(?!(?:Kepala|Ketua|Wakil|Wali|Walikota|Lurah|Camat|Bupati|Gubernur|Presiden|Menteri|Dinas|Desa|Kades|Kepsek|Kota|Guru|Dokter|Bidan|Polisi|Petugas|Hamil|Rumah|Negara|Pertiwi|Saya|Kami|Tolong|Mohon)(?!\p{L})))\s*\p{Lu}\p{Ll}`,
  'u',
);

/** What in a public text looks like it belongs to a person: 16 digits of a NIK, a mobile phone number, or a name. */
export function findPersonalNumbers(text: string): { nik: boolean; phone: boolean; name: boolean } {
  const numbers = text.match(/\+?\d(?:[ .-]?\d)*/g) ?? [];
  const plain = numbers.map((number) => number.replace(/[ .-]/g, ''));
  return {
    nik: plain.some((number) => /^\d{16}$/.test(number)),
    phone: plain.some((number) => /^(?:\+?62|0)8\d{7,12}$/.test(number)),
    name: NAMED.test(text),
  };
}
