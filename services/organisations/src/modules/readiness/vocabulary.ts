/** What an organisation has when it is ready to take reports (Perpres 76/2013: means, officer, procedure), in the order of the checklist. */
export const READINESS_ITEMS = [
  'ACTIVE_ADMIN',
  'LIAISON_OFFICER',
  'DECREE',
  'PROCEDURE',
  'FACILITIES',
  'STAFF_TRAINED',
] as const;
export type ReadinessItemKind = (typeof READINESS_ITEMS)[number];

/** What nobody can work out, and the organisation therefore declares with evidence. */
export const DECLARED_ITEMS = ['DECREE', 'PROCEDURE', 'FACILITIES', 'STAFF_TRAINED'] as const;
export type DeclaredItemKind = (typeof DECLARED_ITEMS)[number];

export const isDeclared = (kind: ReadinessItemKind): kind is DeclaredItemKind =>
  (DECLARED_ITEMS as readonly string[]).includes(kind);

/** What was found of an item; everything but MET says what stands in the way. */
export type ReadinessFinding =
  | 'MET'
  | 'NO_ACCOUNT'
  | 'INVITED_NOT_ACCEPTED'
  | 'NO_SECOND_FACTOR'
  | 'NO_OFFICER'
  | 'UNITS_WITHOUT_OFFICER'
  | 'NOT_DECLARED'
  | 'EXPIRED';
