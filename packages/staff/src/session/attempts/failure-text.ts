import type { AuthCode } from '@lapor/web-client';
import type { StaffMessageId } from '../../language/use-text.ts';
import type { Failure } from './use-attempt.ts';

/** Words of one form for codes that only it knows. */
export type FailureTexts = Partial<Record<AuthCode, StaffMessageId>>;

/** What to tell about a failure that stands at no field. */
export function failureText(
  { code, retryAfterSeconds }: Failure,
  texts: FailureTexts = {},
): { message: StaffMessageId; values?: Record<string, number> } {
  const own = texts[code];
  if (own) return { message: own };
  switch (code) {
    case 'TOO_MANY_ATTEMPTS':
      return retryAfterSeconds
        ? { message: 'signIn.waitFor', values: { minutes: Math.ceil(retryAfterSeconds / 60) } }
        : { message: 'signIn.wait' };
    case 'OFFLINE':
      return { message: 'fault.offline' };
    case 'UNAVAILABLE':
      return { message: 'fault.unavailable' };
    case 'OTHER_ADDRESS':
      return { message: 'fault.otherAddress' };
    case 'SIGNED_OUT':
      return { message: 'account.signedOut' };
    default:
      return { message: 'account.refused' };
  }
}
