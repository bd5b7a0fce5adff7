import type { Letter } from '../templates/index.ts';

/** By what a message goes. */
export const WAYS = ['MAIL', 'PHONE', 'TELEGRAM', 'WHATSAPP', 'X'] as const;
export type Way = (typeof WAYS)[number];

/** Who carried, or tried to: "SMTP", "SMPP smsc.example:2775". Never more than the place. */
interface By {
  provider?: string | undefined;
}

/** What became of an attempt to hand a letter over. */
export type Outcome = By &
  (
    | {
        kind: 'TAKEN';
        /** The other side's names of it, one for each part: with them it may tell what became of it. */
        messageIds?: readonly string[] | undefined;
      }
    /** Surely not taken; a later attempt may succeed. */
    | { kind: 'REFUSED_FOR_NOW'; reason: string }
    /** Surely not taken, and never will be. */
    | { kind: 'REFUSED_FOR_GOOD'; reason: string }
    /** The other side fell silent after the letter was on its way: it may have been taken. */
    | { kind: 'UNCERTAIN'; reason: string; messageIds?: readonly string[] | undefined }
  );

/** A letter with its address. `id` is the delivery's. */
export interface AddressedLetter extends Letter {
  id: string;
  to: string;
  /** A file that goes along. */
  attachment?: { fileName: string; contentType: string; content: Buffer };
}

/** How a provider does, for whoever operates the platform. */
export interface ProviderHealth {
  name: string;
  state: 'READY' | 'CONNECTING' | 'RESTING' | 'UNKNOWN';
  /** Connections that stand, of those that should; absent where each message has its own. */
  connections?: { up: number; of: number } | undefined;
  /** Code of the last refusal, `null` when it took something since. */
  lastRefusal: string | null;
  /** Until when it is not asked first (ISO), while it rests. */
  restsUntil: string | null;
}

/** Carries letters: SMTP, SMPP, a gateway over HTTP, a messenger, or the local mailbox. */
export interface Carrier {
  /** Recorded with each delivery. */
  name: string;
  /** Handing the same letter over again does no harm. */
  canRepeat: boolean;
  carry(letter: AddressedLetter): Promise<Outcome>;
  /** How its providers do; absent: nothing is known but what becomes of messages. */
  health?(): readonly ProviderHealth[];
}

/** The carrier of each way; a way without one is not offered. */
export type Ways = Partial<Record<Way, Carrier>>;
