import { isCommon } from './common-passwords.ts';

/** What may be wrong with a password. */
export type PasswordFault =
  'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_COMMON' | 'PASSWORD_LIKE_ADDRESS';

/** Whose password it is to be. */
export interface PasswordHolder {
  kind: 'citizen' | 'officer' | 'analyst';
  email: string;
  name: string;
}

/** Characters that are wanted at least. */
export const SHORTEST = { citizen: 10, officer: 12, analyst: 12 } as const;
export const LONGEST = 128;

/** Fewer characters than this beside the words of name and address are not a password. */
const REST_AT_LEAST = 4;

/**
 * What is wrong with a password, or `null`. The one rule wherever a password is set: long enough, not among those that are tried
 * first, not the words of the own name or address alone. No classes of characters.
 */
export async function passwordFault(password: string, holder: PasswordHolder): Promise<PasswordFault | null> {
  const { length } = [...password.normalize('NFKC')];
  if (length < SHORTEST[holder.kind]) return 'PASSWORD_TOO_SHORT';
  if (length > LONGEST) return 'PASSWORD_TOO_LONG';
  if (isLikeHolder(password, holder)) return 'PASSWORD_LIKE_ADDRESS';
  return (await isCommon(password)) ? 'PASSWORD_COMMON' : null;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function isLikeHolder(password: string, { email, name }: PasswordHolder): boolean {
  const words = plain(`${email} ${name}`)
    .split(' ')
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length);
  let rest = plain(password).replaceAll(' ', '');
  for (const word of words) rest = rest.replaceAll(word, '');
  return rest.length < REST_AT_LEAST;
}
