const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '');
const inFours = (digits: string) => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** Groups of four digits, as they are shown and read out: "4821 3097". */
export const formatReportNumber = inFours;

/** "4093 1187 5526 7041". */
export const formatAccessCode = inFours;

/** The 8 digits of a report number in what people type or paste ("No. 4821-3097"), or null. */
export function parseReportNumber(text: string): string | null {
  const digits = digitsOf(text);
  return digits.length === 8 ? digits : null;
}

/** The 16 digits of an access code in what people type or paste, or null. */
export function parseAccessCode(text: string): string | null {
  const digits = digitsOf(text);
  return digits.length === 16 ? digits : null;
}

/** Both at once from what the done page copies ("Nomor laporan 4821 3097, kode akses 4093 1187 5526 7041"), or null. */
export function parseNumberAndCode(text: string): { number: string; accessCode: string } | null {
  const digits = digitsOf(text);
  return digits.length === 24 ? { number: digits.slice(0, 8), accessCode: digits.slice(8) } : null;
}
