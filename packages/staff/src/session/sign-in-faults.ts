import type { AuthCode } from '@lapor/web-client';
import type { StaffMessageId } from '../language/use-text.ts';

export interface SignInFault {
  /** The box the message stands at; without it, above the form. */
  field?: 'email' | 'password' | 'code';
  message: StaffMessageId;
  values?: Record<string, number>;
}

/** What to tell an officer whose attempt failed: what happened and what to do next. */
export function signInFault({
  code,
  retryAfterSeconds,
}: {
  code: AuthCode;
  retryAfterSeconds?: number;
}): SignInFault {
  switch (code) {
    case 'EMAIL_INVALID':
      return { field: 'email', message: 'signIn.emailNeeded' };
    case 'WRONG_CREDENTIALS':
      return { field: 'password', message: 'signIn.wrong' };
    case 'WRONG_CODE':
      return { field: 'code', message: 'secondFactor.wrong' };
    case 'CODE_EXPIRED':
      return { field: 'code', message: 'secondFactor.late' };
    case 'TOO_MANY_ATTEMPTS':
      return retryAfterSeconds
        ? { message: 'signIn.waitFor', values: { minutes: Math.ceil(retryAfterSeconds / 60) } }
        : { message: 'signIn.wait' };
    case 'OFFLINE':
      return { message: 'fault.offline' };
    case 'UNAVAILABLE':
      return { message: 'fault.unavailable' };
    default:
      return { message: 'signIn.refused' };
  }
}
