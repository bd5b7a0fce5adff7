import { formatNumber, type BasicWords } from '@lapor/wording';

/** A number, a share, days – or nothing, where too few reports stand behind it. Never a zero for "not known". */
export const numberText = (words: BasicWords, value: number | null | undefined, decimals = 0) =>
  value == null ? null : formatNumber(words, value, decimals);

export const percentText = (words: BasicWords, value: number | null | undefined) =>
  // A blank that does not break: the sign stays with its number.
  value == null ? null : `${formatNumber(words, value)}\u00a0%`;

/** "November 2026", or "Nov 26" where there is little room. `month` is its first day. */
export function monthText(words: BasicWords, month: string, short = false): string {
  const options = short
    ? ({ month: 'short', year: '2-digit', timeZone: 'UTC' } as const)
    : ({ month: 'long', year: 'numeric', timeZone: 'UTC' } as const);
  return new Intl.DateTimeFormat(words.locale, options).format(new Date(`${month}T00:00:00Z`));
}
