/**
 * A spreadsheet runs a cell that begins like this – also behind a separator inside the cell: where its language
 * separates by semicolons, it cuts there. The full-width signs are taken for the same.
 */
const FORMULA = /(^|[,;\t\r\n])(["'\s]*)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g;

function cell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value);
  const safe = (value ?? '').replace(FORMULA, "$1$2'");
  return /[",;'\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV (RFC 4180) that is safe to open in a spreadsheet: an apostrophe stands before what looks like a formula.
 * Begins with a byte order mark, without which Excel misreads letters beyond ASCII.
 */
export const writeCsv = (
  header: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string => `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
