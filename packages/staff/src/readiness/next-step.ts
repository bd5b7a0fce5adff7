import type { ResultOf } from '../graphql.ts';
import type { ReadinessFields } from './readiness.graphql.ts';

export type ReadinessItem = ResultOf<typeof ReadinessFields>['items'][number];
export type ItemKind = ReadinessItem['kind'];

/** In the order of the checklist. */
export const ITEM_KINDS: readonly ItemKind[] = [
  'ACTIVE_ADMIN',
  'LIAISON_OFFICER',
  'DECREE',
  'PROCEDURE',
  'FACILITIES',
  'STAFF_TRAINED',
];

/** What brings an item further, for those who may. */
export type NextStep =
  /** Invite somebody, or invite again. */
  | 'INVITE'
  /** Somebody invited has to accept or to set up the second factor: look at the officers. */
  | 'SEE_OFFICERS'
  /** Look at the units that lack it. */
  | 'SEE_UNITS'
  | 'DECLARE'
  /** What was declared has run out. */
  | 'DECLARE_AGAIN'
  | null;

/** The next step of an item; null when it is met. */
export function nextStep({ isMet, finding }: Pick<ReadinessItem, 'isMet' | 'finding'>): NextStep {
  if (isMet) return null;
  switch (finding) {
    case 'NO_ACCOUNT':
    case 'NO_OFFICER':
      return 'INVITE';
    case 'INVITED_NOT_ACCEPTED':
    case 'NO_SECOND_FACTOR':
      return 'SEE_OFFICERS';
    case 'UNITS_WITHOUT_OFFICER':
      return 'SEE_UNITS';
    case 'NOT_DECLARED':
      return 'DECLARE';
    case 'EXPIRED':
      return 'DECLARE_AGAIN';
    case 'MET':
      return null;
  }
}

/** What of a declaration must be given before it is sent. */
export function declarationFaults(
  kind: ItemKind,
  {
    number,
    date,
    files,
    validUntil,
  }: { number: string; date: string; files: readonly unknown[]; validUntil: string },
  today: string,
): Record<string, string | undefined> {
  const isDecree = kind === 'DECREE';
  return {
    number: isDecree && number.trim() === '' ? 'REQUIRED' : undefined,
    date: isDecree && date === '' ? 'REQUIRED' : date > today ? 'FUTURE' : undefined,
    evidenceIds: isDecree && files.length === 0 ? 'REQUIRED' : undefined,
    validUntil: validUntil !== '' && validUntil < today ? 'PAST' : undefined,
  };
}
