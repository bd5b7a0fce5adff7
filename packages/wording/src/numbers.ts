import type { BasicWords } from './words.ts';

/** Indonesian separators: 13.284 and 3,4. `decimals` is the most that are shown. */
export function formatNumber(words: BasicWords, value: number, decimals = 0): string {
  return new Intl.NumberFormat(words.locale, { maximumFractionDigits: decimals }).format(value);
}

/** "0,2 MB"; never less than 0,1. */
export function formatMegabytes(words: BasicWords, sizeBytes: number): string {
  return `${formatNumber(words, Math.max(0.1, sizeBytes / 1_000_000), 1)} MB`;
}
