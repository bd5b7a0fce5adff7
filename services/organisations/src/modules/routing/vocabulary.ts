/** Where reports of a category are usually handled; MIXED: everywhere that is competent. */
export const USUAL_LEVELS = ['NATIONAL', 'PROVINCE', 'REGENCY', 'MIXED'] as const;
export type UsualLevel = (typeof USUAL_LEVELS)[number];

export const ROUTE_LEVELS = ['NATIONAL', 'PROVINCE', 'REGENCY'] as const;
export type RouteLevel = (typeof ROUTE_LEVELS)[number];

export const ROUTE_BASES = [
  'NATIONAL_BODY',
  'UNIT_WITH_KEY',
  'GOVERNMENT_WITHOUT_UNIT',
  'GOVERNMENT_CHOICE',
] as const;
export type RouteBasis = (typeof ROUTE_BASES)[number];
