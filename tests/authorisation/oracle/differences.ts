import type { PersonName } from './people.ts';

/**
 * Cells in which the services decide otherwise than these rules, and a person has to say which of the two is right. Nothing is
 * forgiven by being listed: a cell outside of the list that differs fails, and so does an entry that no cell needs any more.
 */
export interface Difference {
  why: string;
  viewers: readonly PersonName[];
  fields: RegExp;
}

export const DIFFERENCES: readonly Difference[] = [];
