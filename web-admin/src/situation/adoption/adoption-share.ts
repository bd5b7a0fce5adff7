/** In whole percent; null of nothing. */
export const percentOf = (part: number, total: number): number | null =>
  total === 0 ? null : Math.round((part / total) * 100);

interface Adopted {
  kind: string | null;
  total: number;
  used: number;
}

/** How many of ten local governments (regencies and cities are one level) do not use the platform yet, in percent. */
export function localNotUsed(rows: readonly Adopted[]): number | null {
  const local = rows.filter(({ kind }) => kind === 'REGENCY' || kind === 'CITY');
  const total = local.reduce((sum, row) => sum + row.total, 0);
  return percentOf(total - local.reduce((sum, row) => sum + row.used, 0), total);
}
