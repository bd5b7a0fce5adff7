/** Reports below which no share is compared (domain.md, "Figures"). */
export const LEAST_FOR_SHARE = 30;

/** z of a 95 % interval. */
const Z = 1.96;

/**
 * How far chance alone may have moved a share: Wilson's interval, 95 %, in whole percent. Of few reports it is wide, which is honest: two
 * agencies whose intervals overlap are not clearly better or worse.
 */
export function uncertaintyOf(part: number, whole: number): { low: number; high: number } | null {
  if (whole <= 0 || part < 0 || part > whole) return null;
  const share = part / whole;
  const middle = share + Z ** 2 / (2 * whole);
  const spread = Z * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2));
  const scale = 1 + Z ** 2 / whole;
  const percent = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100);
  return { low: percent((middle - spread) / scale), high: percent((middle + spread) / scale) };
}
