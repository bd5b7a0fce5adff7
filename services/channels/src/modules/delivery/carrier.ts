import type { Letter } from '../templates/index.ts';

/** What became of an attempt to hand a letter over. */
export type Outcome =
  | { kind: 'TAKEN' }
  /** Surely not taken; a later attempt may succeed. */
  | { kind: 'REFUSED_FOR_NOW'; reason: string }
  /** Surely not taken, and never will be. */
  | { kind: 'REFUSED_FOR_GOOD'; reason: string }
  /** The other side fell silent after the letter was on its way: it may have been taken. */
  | { kind: 'UNCERTAIN'; reason: string };

/** A letter with its address. `id` is the delivery's. */
export interface AddressedLetter extends Letter {
  id: string;
  to: string;
  /** A file that goes along. */
  attachment?: { fileName: string; contentType: string; content: Buffer };
}

/** Carries letters: SMTP, or the local mailbox. */
export interface Carrier {
  /** Handing the same letter over again does no harm. */
  canRepeat: boolean;
  carry(letter: AddressedLetter): Promise<Outcome>;
}
