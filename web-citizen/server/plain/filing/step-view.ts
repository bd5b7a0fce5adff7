import type { Choice, Faults } from '../fields.ts';
import type { Frame } from '../layout.ts';
import type { Category, Draft, Step } from './draft.ts';

/** What a step shows besides the draft. */
export interface StepView {
  frame: Frame;
  step: Step;
  draft: Draft;
  category: Category | null;
  region: { code: string; fullName: string } | null;
  faults: Faults;
  /** What is chosen from: suggestions, or what a search found. */
  choices: readonly Choice[];
  /** What was searched for. */
  search: string;
  /** The reader came from the last page to change one thing. */
  isChange: boolean;
  /** Said above the form. */
  note?: { heading: string; text: string } | undefined;
  /** The same report was taken already, with other words. */
  isConflict?: boolean;
  /** A place in the line of a busy network, to be sent along. */
  turn?: { token: string; at: string } | undefined;
}
