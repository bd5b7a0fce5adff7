/** Codes of faulty lines that have words of their own (`tree.csv.fault.<CODE>`). */
export const FAULT_CODES = [
  'UNREADABLE',
  'COLUMN_MISSING',
  'COLUMN_REPEATED',
  'COLUMN_UNKNOWN',
  'FIELD_COUNT',
  'TOO_MANY_LINES',
  'REQUIRED',
  'TOO_SHORT',
  'TOO_LONG',
  'INVALID',
  'NOT_FOUND',
  'REPEATED',
  'NAME_TAKEN',
  'WOULD_CYCLE',
  'PARENT_FORMER',
  'HAS_UNITS',
] as const;

export const isKnownFault = (code: string): boolean => FAULT_CODES.some((known) => known === code);
