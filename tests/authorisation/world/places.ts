import type { Place } from '../oracle/places.ts';
import { must, type Acts } from './acts.ts';

/** Where the places of the matrix are in the reference data; those that are not there are made. */
const KNOWN: Partial<Record<Place, string>> = {
  city: 'pemkot-13-71',
  unit: 'opd-13-71-dpupr',
  'sibling unit': 'opd-13-71-dlh',
  'co-handling unit': 'opd-13-71-dishub',
  'unstaffed unit': 'opd-13-71-dinsos',
  'other city': 'pemkot-13-77',
  "other city's unit": 'opd-13-77-dpupr',
  province: 'pemprov-13',
  ministry: 'kemensos',
  'ministry of the desk': 'kemenpanrb',
  KSP: 'ksp',
  Ombudsman: 'ombudsman',
  'Ombudsman of the province': 'ombudsman-13',
  'Ombudsman elsewhere': 'ombudsman-32',
};

/** Places that only attempts need, as targets; no rule speaks of them. */
export type Target =
  | 'second unit below'
  | 'below the unstaffed unit'
  | "other city's second unit"
  | "below the other city's unit"
  | "province's unit"
  | "ministry's unit"
  | "ministry's second unit";

const MADE: readonly (readonly [Place | Target, above: Place])[] = [
  ['unit below', 'unit'],
  ['second unit below', 'unit'],
  ['below the unstaffed unit', 'unstaffed unit'],
  ["other city's second unit", 'other city'],
  ["below the other city's unit", "other city's unit"],
  ["province's unit", 'province'],
  ["ministry's unit", 'ministry'],
  ["ministry's second unit", 'ministry'],
  ['former unit', 'city'],
  ['former unit below', 'unit'],
  ["other city's former unit", 'other city'],
  ["ministry's former unit", 'ministry'],
];

export type PlaceIds = Readonly<Record<Place | Target, string>>;

/** Makes what is missing, as the national desk does. */
export async function makePlaces(desk: Acts): Promise<PlaceIds> {
  const ids: Record<string, string> = { ...KNOWN };
  for (const [place, above] of MADE) {
    const made = await must(
      desk,
      'createOrganisation',
      {
        parentId: ids[above],
        kind: above === 'ministry' ? 'AGENCY' : 'OPD',
        name: `Satuan uji ${place.replaceAll("'", '')}`,
        reason: 'Dibuat untuk matriks.',
      },
      'organisation { id }',
    );
    ids[place] = made.organisation.id;
    if (place.includes('former'))
      await must(desk, 'retireOrganisation', {
        organisationId: ids[place],
        reason: 'Dibubarkan untuk matriks.',
      });
  }
  return ids as PlaceIds;
}
