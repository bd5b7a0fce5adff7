import { formatNumber, type BasicWords } from '@lapor/wording';

/** "12", or "1.000+" where the graph stopped counting. */
export const countText = (words: BasicWords, { count, isAtLeast }: { count: number; isAtLeast: boolean }) =>
  `${formatNumber(words, count)}${isAtLeast ? '+' : ''}`;
