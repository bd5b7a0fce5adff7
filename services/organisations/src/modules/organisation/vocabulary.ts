/** What an organisation is. */
export const ORGANISATION_KINDS = [
  'MINISTRY',
  'AGENCY',
  'STATE_ENTERPRISE',
  'PROVINCE',
  'REGENCY',
  'CITY',
  'OPD',
] as const;
