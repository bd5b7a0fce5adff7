import type { StaffMessageId, Text } from '../language/use-text.ts';

const known: Record<string, StaffMessageId> = {
  REQUIRED: 'field.required',
  TOO_SHORT: 'field.tooShort',
  TOO_LONG: 'field.tooLong',
  NOT_FOUND: 'field.notFound',
  INVALID: 'field.invalid',
};

/** Words for a field's code; undefined without a fault. */
export const fieldText = (
  t: Text<StaffMessageId>,
  code: string | undefined,
  own: Partial<Record<string, StaffMessageId>> = {},
): string | undefined => (code ? t(own[code] ?? known[code] ?? 'field.invalid') : undefined);
