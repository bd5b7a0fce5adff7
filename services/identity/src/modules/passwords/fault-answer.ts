import { fault, type HttpAnswer } from '../../http/answer.ts';
import { LONGEST, type PasswordFault } from './rule.ts';

const WORDS: Readonly<Record<PasswordFault, string>> = {
  PASSWORD_TOO_SHORT: 'The password is too short',
  PASSWORD_TOO_LONG: `The password has more than ${LONGEST} characters`,
  PASSWORD_COMMON: 'The password is one of those that are tried first',
  PASSWORD_LIKE_ADDRESS: 'The password is made of the name or address alone',
};

export const faultAnswer = (wrong: PasswordFault): HttpAnswer => fault(400, wrong, WORDS[wrong]);

/** The words of a refusal. */
export const faultWords = (wrong: PasswordFault): string => WORDS[wrong];
