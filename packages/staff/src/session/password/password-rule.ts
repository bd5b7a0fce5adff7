import type { AuthCode } from '@lapor/web-client';
import type { StaffMessageId } from '../../language/use-text.ts';

/** Fewest characters of an officer's password; the server says the same. */
export const LEAST_CHARACTERS = 12;
const MOST_CHARACTERS = 128;

const refusals: Partial<Record<AuthCode, StaffMessageId>> = {
  PASSWORD_TOO_SHORT: 'reset.tooShort',
  PASSWORD_TOO_LONG: 'reset.tooLong',
  PASSWORD_COMMON: 'reset.common',
  PASSWORD_LIKE_ADDRESS: 'reset.likeAddress',
};

/** What is wrong with a new password as far as its field can say; undefined for everything else. */
export const passwordRefusal = (code: AuthCode | null): StaffMessageId | undefined =>
  code ? refusals[code] : undefined;

/** Whether a password is worth sending, counted as the server counts; what is common or like the address only it knows. */
export function lengthFault(password: string): 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | null {
  const { length } = [...password.normalize('NFKC')];
  if (length < LEAST_CHARACTERS) return 'PASSWORD_TOO_SHORT';
  return length > MOST_CHARACTERS ? 'PASSWORD_TOO_LONG' : null;
}
