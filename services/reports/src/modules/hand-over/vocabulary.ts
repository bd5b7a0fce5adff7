import type { HandOverEnd } from '../report/vocabulary.ts';

/** How the hand-over to a head stands, as people see it. */
export const HAND_OVER_STATES = [
  'WAITING',
  'SENT',
  'LETTER_NEEDED',
  'OPENED',
  'ANSWERED',
  'EXPIRED',
  'REVOKED',
  'ENDED',
] as const;
export type HandOverState = (typeof HAND_OVER_STATES)[number];

/** How long a link opens. */
export const HAND_OVER_DAYS = 30;

export interface HandOverFacts {
  expiresAt: Date;
  sentAt: Date | null;
  letterNeededAt: Date | null;
  openedAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  endReason: HandOverEnd | null;
}

/** An answer counts for more than how the link ended; else the end, else the farthest that the link has come. */
export function handOverState(facts: HandOverFacts, now: Date): HandOverState {
  if (facts.answeredAt) return 'ANSWERED';
  if (facts.endReason === 'REVOKED') return 'REVOKED';
  if (facts.endReason === 'EXPIRED' || (facts.endedAt === null && facts.expiresAt <= now)) return 'EXPIRED';
  if (facts.endedAt) return 'ENDED';
  if (facts.openedAt) return 'OPENED';
  if (facts.letterNeededAt) return 'LETTER_NEEDED';
  return facts.sentAt ? 'SENT' : 'WAITING';
}
