import type { Content } from '../door/index.ts';
import { asksForConfidence, understandMessage } from '../talk/index.ts';

/** `KEPT`: its sender asked a door to keep it confidential, and nobody takes that back; `ASKED`: its words ask for it. */
export type Confidence = 'KEPT' | 'ASKED';

/** Whether a message asks to be kept between its sender and who is competent. */
export function confidenceOf({ isConfidential, text }: Content): Confidence | null {
  if (isConfidential) return 'KEPT';
  const wish = understandMessage(text);
  const isAsked = wish.kind === 'CONFIDE' || (wish.kind === 'FILE' && wish.isConfidential === true);
  return isAsked || asksForConfidence(text) ? 'ASKED' : null;
}

/** What an operator wishes counts where the sender did not ask a door; without a wish, what the words ask for. */
export const filedInConfidence = (content: Content, wished: boolean | undefined): boolean => {
  const asked = confidenceOf(content);
  return asked === 'KEPT' || (wished ?? asked !== null);
};
