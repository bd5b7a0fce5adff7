/** Columns of a file of units, in their order. */
export const UNIT_COLUMNS = [
  'id',
  'name',
  'acronym',
  'parent_id',
  'region_code',
  'unit_keys',
  'address',
  'phone',
  'email',
  'website',
  'head_title',
  'head_name',
  'head_email',
  'head_address',
  'status',
] as const;
export type UnitColumn = (typeof UNIT_COLUMNS)[number];

/** Between several keys in one cell. */
export const keySeparator = ' ';
