import type { TEXTS } from '../oracle/fields.ts';

/** Words that can be told apart wherever they turn up: their first part says what they were said for. */
export const words = (label: keyof typeof TEXTS): string => `[${label}] Kalimat uji yang cukup panjang.`;

/** What words were said for; null for words that nobody here has written. */
export const labelOf = (text: string): string | null => /^\[([^\]]+)\]/.exec(text)?.[1] ?? null;
