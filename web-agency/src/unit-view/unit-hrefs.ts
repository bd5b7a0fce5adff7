import { hrefOfFilter, type AgeSlug } from '../inbox/inbox-filter.ts';
import type { OpenFigures } from './unit-rows.ts';

/** Days in which reports came in, both included. */
export interface Period {
  from: string;
  to: string;
}

/** The columns of ages, and where their reports are listed. */
export const AGES = [
  ['openUpTo7Days', '0-6', 'soft'],
  ['openUpTo30Days', '7-29', 'middle'],
  ['openUpTo60Days', '30-59', undefined],
  ['openLonger', '60-lebih', 'late'],
] as const satisfies readonly (readonly [keyof OpenFigures, AgeSlug, string | undefined])[];

/**
 * The lists behind the figures of a unit: exactly the reports that were counted, which is to say those that it or a unit below leads,
 * without confidential ones. Of steps the reports that are still in the boxes: what went to another government is not.
 */
export function unitHrefs(unit: string, { from, to }: Period) {
  const counted = { unit, lindung: 'tidak' };
  const received = { ...counted, dari: from, sampai: to };
  return {
    open: hrefOfFilter('OPEN', counted),
    itself: hrefOfFilter('OPEN', { ...counted, langsung: 'ya' }),
    onTime: hrefOfFilter('ALL', { ...received, langkah: 'tepat' }),
    late: hrefOfFilter('ALL', { ...received, langkah: 'terlambat' }),
    overdue: hrefOfFilter('OPEN', { ...counted, tenggat: 'lewat' }),
    age: (umur: AgeSlug) => hrefOfFilter('OPEN', { ...counted, umur }),
    received: hrefOfFilter('ALL', received),
    rated: hrefOfFilter('ALL', { ...received, nilai: 'ya' }),
  };
}
