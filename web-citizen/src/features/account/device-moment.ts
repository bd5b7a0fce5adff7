import { formatDayOf, formatMoment } from '@lapor/wording';
import type { BasicWords } from '@lapor/wording';

/** The zone of the device: what concerns the account has no place of its own. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const deviceMoment = (words: BasicWords, instant: string): string =>
  formatMoment(words, instant, deviceZone());

export const deviceDay = (words: BasicWords, instant: string): string =>
  formatDayOf(words, instant, deviceZone(), 'date');
