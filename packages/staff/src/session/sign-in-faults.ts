import type { StaffMessageId } from '../language/use-text.ts';
import { failureText } from './attempts/failure-text.ts';
import type { Failure } from './attempts/use-attempt.ts';

export interface SignInFault {
  /** The box the message stands at; without it, above the form. */
  field?: 'email' | 'password';
  message: StaffMessageId;
  values?: Record<string, number>;
}

/** What to tell an officer whose password did not let them in: what happened and what to do next. */
export function signInFault(failure: Failure): SignInFault {
  switch (failure.code) {
    case 'EMAIL_INVALID':
      return { field: 'email', message: 'signIn.emailNeeded' };
    case 'WRONG_CREDENTIALS':
      return { field: 'password', message: 'signIn.wrong' };
    default:
      return failureText(failure, { REFUSED: 'signIn.refused' });
  }
}
