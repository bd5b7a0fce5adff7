/** Organisations of the matrix. Their path begins at the root of their own government or K/L, where authority ends. */
const PATHS = {
  city: ['city'],
  unit: ['city', 'unit'],
  'unit below': ['city', 'unit', 'unit below'],
  'sibling unit': ['city', 'sibling unit'],
  'co-handling unit': ['city', 'co-handling unit'],
  'unstaffed unit': ['city', 'unstaffed unit'],
  'other city': ['other city'],
  "other city's unit": ['other city', "other city's unit"],
  province: ['province'],
  ministry: ['ministry'],
  'ministry of the desk': ['ministry of the desk'],
  KSP: ['KSP'],
  Ombudsman: ['Ombudsman'],
  'Ombudsman of the province': ['Ombudsman', 'Ombudsman of the province'],
  'Ombudsman elsewhere': ['Ombudsman', 'Ombudsman elsewhere'],
  'former unit': ['city', 'former unit'],
  'former unit below': ['city', 'unit', 'former unit below'],
  "other city's former unit": ['other city', "other city's former unit"],
  "ministry's former unit": ['ministry', "ministry's former unit"],
} as const;

export type Place = keyof typeof PATHS;

/** Local governments and their units of the province that `Ombudsman of the province` covers and `province` supervises. */
const IN_THE_PROVINCE: readonly Place[] = ['city', 'other city', 'province'];

export const pathOf = (place: Place): readonly Place[] => PATHS[place];
export const rootOf = (place: Place): Place => PATHS[place][0];
export const isRoot = (place: Place): boolean => rootOf(place) === place;
export const isBelow = (place: Place, above: Place): boolean =>
  place !== above && pathOf(place).includes(above);
export const isInTheProvince = (place: Place): boolean => IN_THE_PROVINCE.includes(rootOf(place));
/** A regency or city, not the province itself: what a province supervises. */
export const isOfRegencyOrCity = (place: Place): boolean =>
  isInTheProvince(place) && rootOf(place) !== 'province';

/** Organisations that are looked at and changed in the matrix. */
export const PLACE_SUBJECTS = [
  'city',
  'unit',
  'unit below',
  'sibling unit',
  'other city',
  "other city's unit",
  'province',
  'ministry',
] as const satisfies readonly Place[];
export type PlaceSubject = (typeof PLACE_SUBJECTS)[number];
export const FORMER_PLACES = [
  'former unit',
  'former unit below',
  "other city's former unit",
  "ministry's former unit",
] as const satisfies readonly Place[];
