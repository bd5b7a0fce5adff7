import { describe, expect, it } from 'vitest';
import { signInFault } from './sign-in-faults.ts';

describe('a failed sign-in', () => {
  it('stands at the box that must be mended', () => {
    expect(signInFault({ code: 'WRONG_CREDENTIALS' }).field).toBe('password');
    expect(signInFault({ code: 'EMAIL_INVALID' }).field).toBe('email');
  });

  it('says how many minutes to wait, rounded up', () => {
    expect(signInFault({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 61 })).toEqual({
      message: 'signIn.waitFor',
      values: { minutes: 2 },
    });
  });

  it('blames the address of the page, not the account, when that is what is wrong', () => {
    expect(signInFault({ code: 'OTHER_ADDRESS' })).toEqual({ message: 'fault.otherAddress' });
  });

  it('stands above the form when no box can mend it', () => {
    expect(signInFault({ code: 'OFFLINE' }).field).toBeUndefined();
    expect(signInFault({ code: 'REFUSED' }).field).toBeUndefined();
  });
});
