import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../audit/index.ts';
import type { ChangeKind, Fact } from './vocabulary.ts';

/** A row of history that a change will have. */
export type PlannedEntry = { organisationId: string; kind: ChangeKind; facts: Fact[] };

/** What a change writes with. */
export type Writing = {
  em: EntityManager;
  actor: Actor;
  at: Date;
  effectiveOn: string;
  reason: string | null;
  touched: Touched;
};

/** What was touched: told to the other services, and looked at anew. */
export class Touched {
  /** Rows or paths that changed. */
  readonly changed = new Set<string>();
  /** In whose subtrees there are other people now. */
  readonly restaffed = new Set<string>();

  add(...ids: string[]): void {
    for (const id of ids) this.changed.add(id);
  }
  restaff(...ids: string[]): void {
    for (const id of ids) this.restaffed.add(id);
  }
}

/** A change that was judged and found possible, under the lock of the tree. */
export type Plan = {
  /** The organisation of the answer. */
  organisationId: string;
  /** The first is the answer's; none: nothing has to change. */
  entries: readonly PlannedEntry[];
  /** Of a creation: which organisation bears the change while it waits; null: it cannot wait. */
  waitsAt?: string | null;
  /** Governments whose people may be touched. */
  governmentIds: readonly string[];
  /** In whose zone its day begins. */
  timeZone: string;
  write: (writing: Writing) => Promise<void>;
};

/** A fact when something is different. */
export function factOf(field: string, before: string | null, after: string | null): Fact[] {
  return before === after ? [] : [{ field, before, after }];
}

export const listed = (values: readonly string[]): string | null =>
  values.length === 0 ? null : [...values].sort().join(', ');
