import { formatNumber, type BasicWords } from '@lapor/wording';

/** A number, a share, days – or nothing, where too few reports stand behind it. Never a zero for "not known". */
export const numberText = (words: BasicWords, value: number | null | undefined, decimals = 0) =>
  value == null ? null : formatNumber(words, value, decimals);

export const percentText = (words: BasicWords, value: number | null | undefined) =>
  // A blank that does not break: the sign stays with its number.
  value == null ? null : `${formatNumber(words, value)}\u00a0%`;
