const MOST = 6;

/** Years whose confidential reports may have been told: finished ones, from 1 February of the next year on; the newest first. */
export function yearsTold(today: string): number[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const newest = month >= 2 ? year - 1 : year - 2;
  return Array.from({ length: MOST }, (_, index) => newest - index);
}
