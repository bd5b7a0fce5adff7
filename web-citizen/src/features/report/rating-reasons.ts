const lacking = ['notFixed', 'unclear', 'slow', 'notListened', 'noProof'] as const;
const good = ['fixed', 'clear', 'fast', 'polite'] as const;

/** Why somebody is content, or not; what is picked goes along as words. */
export type RatingReason = (typeof lacking)[number] | (typeof good)[number];

/** What may be picked for a score: what was lacking up to three, what was good above. */
export const reasonsOf = (score: number): readonly RatingReason[] => (score <= 3 ? lacking : good);

/** What was picked, then what was written; null when nothing was. */
export function textOfRating(picked: readonly string[], written: string): string | null {
  const parts = [picked.length > 0 ? `${picked.join('; ')}.` : '', written.trim()].filter(Boolean);
  return parts.length > 0 ? parts.join('\n') : null;
}
