/**
 * What separates the columns of a file: spreadsheets of Indonesia write semicolons, since the comma is theirs for decimals. The header
 * holds names only, so what stands between them is the separator.
 */
export function delimiterOf(csv: string): string {
  const header = csv.slice(0, 2_000).split(/\r?\n|\r/, 1)[0]!;
  return [';', '\t'].find((candidate) => header.includes(candidate)) ?? ',';
}
