import type { Sums } from './repository.ts';
import { keptBack, percent } from './suppression.ts';

/** What is told of the states of a group, and of the rates that are made of them; `null` is kept back. */
export interface ToldStates {
  submitted: number | null;
  postponed: number | null;
  disposed: number | null;
  inProgress: number | null;
  completed: number | null;
  archived: number | null;
  followUpRate: number | null;
  followUpRateWithoutArchived: number | null;
  completionRate: number | null;
  completionRateWithoutArchived: number | null;
}

/** The states with what hangs on them: whether their sums may be told. Pure. */
export function tellStates(
  { received, submitted, postponed, disposed, in_progress, completed, archived }: Sums,
  isExact: boolean,
): { told: ToldStates; mayTellFollowedUp: boolean; mayTellCompleted: boolean; mayTellAll: boolean } {
  const states = [submitted, postponed, disposed, in_progress, completed, archived];
  const hidden = isExact ? states.map(() => false) : keptBack(states);
  const cell = (index: number) => (hidden[index] ? null : states[index]!);
  const followedUp = in_progress + completed;
  // A sum tells one of its two parts when the other is told.
  const mayTellFollowedUp = hidden[3] === hidden[4];
  const mayTellCompleted = !hidden[4];
  const mayTellArchived = !hidden[5];
  const handled = received - archived;
  const rate = (part: number, whole: number) => percent(part, whole, isExact);
  return {
    told: {
      submitted: cell(0),
      postponed: cell(1),
      disposed: cell(2),
      inProgress: cell(3),
      completed: cell(4),
      archived: cell(5),
      followUpRate: mayTellFollowedUp ? rate(followedUp, received) : null,
      followUpRateWithoutArchived: mayTellFollowedUp && mayTellArchived ? rate(followedUp, handled) : null,
      completionRate: mayTellCompleted ? rate(completed, received) : null,
      completionRateWithoutArchived: mayTellCompleted && mayTellArchived ? rate(completed, handled) : null,
    },
    mayTellFollowedUp,
    mayTellCompleted,
    mayTellAll: !hidden.includes(true),
  };
}
